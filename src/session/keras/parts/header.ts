// The head of the script: what it is and how to run it, imports, and the settings that the rest refers to.
import { familyName } from '../../../catalog/families/registry';
import { isUsed, stopsEarly } from '../../../core/experiment/rules';
import { isBuiltInSignal, isOwn } from '../../../core/experiment/dataset-id';
import type { Experiment } from '../../../core/experiment/experiment';
import { gridOf } from '../../../core/inpainting/mask';
import { dict, float, lines, prose, tuple } from '../python';
import type { ScriptFacts } from '../source';
import { parameterCount } from './network';

export function headerPart(facts: ScriptFacts): string {
  return [docstring(facts), imports, settings(facts)].join('\n\n');
}

function docstring(facts: ScriptFacts): string {
  const { experiment, dataset, shape } = facts;
  const name = familyName(experiment);
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)} autoencoder on ${prose(dataset.name)}`;
  return `"""${title}: an experiment of Hourglass as a Keras 3 program.

    pip install "keras>=3.15" jax numpy safetensors
    python autoencoder.py ${dataArgument(facts)}--epochs 10
    KERAS_BACKEND=tensorflow python autoencoder.py ...    # or torch, where that is installed
    python autoencoder.py ${dataArgument(facts)}--weights model.safetensors --reconstruct 10 --out results

Samples are ${tuple(shape)}, the network has ${parameterCount(facts).toLocaleString('en-US')} weights.
Data, layers, losses, corruption, optimizer and schedules are those of the playground. What differs is the
random numbers: weights, order and noise are drawn by NumPy and Keras, so single numbers differ from those of
the run in the browser, as they do between seeds. \`--weights\` continues from exported weights with a new
optimizer; with \`--epochs 0\` (the default beside \`--reconstruct\`) it only uses them.

Training writes \`model.safetensors\`, \`metrics.csv\` and \`metrics.json\`. Choose the first and the last under
Compare, Runs, Import: the playground takes them in as a run, to compare and to go on with.
"""`;
}

function dataArgument({ experiment: { dataset } }: ScriptFacts): string {
  if (dataset === 'mnist') return '';
  return isOwn(dataset) || isBuiltInSignal(dataset) ? '--data data.npz ' : `--data ${dataset} `;
}

const imports = `import argparse
import csv
import gzip
import json
import math
import os
import time
from pathlib import Path

# Keras chooses its backend when it is imported.
os.environ.setdefault("KERAS_BACKEND", "jax")

import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers, ops  # noqa: E402
from safetensors.numpy import load_file, save_file  # noqa: E402`;

function settings(facts: ScriptFacts): string {
  const { experiment, dataset, shape } = facts;
  const { rows, columns, channels } = gridOf(shape);
  const needsGrid = facts.isNoisy || facts.experiment.maskInput === 'on';
  const used = (setting: keyof Experiment) => isUsed(setting, experiment);
  return lines(
    '# The experiment and its data as the playground has them. They travel with what is written here; the program',
    '# itself goes by the settings below.',
    `EXPERIMENT = ${dict(experiment)}`,
    `DATASET = ${dict({ ...dataset })}`,
    '',
    `SEED = ${experiment.seed}`,
    `SHAPE = ${tuple(shape)}  # of a sample: ${facts.isImage ? 'height, width, channels' : 'length, channels'}`,
    needsGrid && `ROWS, COLUMNS, CHANNELS = ${rows}, ${columns}, ${channels}`,
    `BATCH_SIZE = ${experiment.batchSize}`,
    `LEARNING_RATE = ${float(experiment.learningRate)}`,
    used('scheduleEpochs') && `SCHEDULE_EPOCHS = ${experiment.scheduleEpochs}`,
    experiment.weightDecay > 0 && `WEIGHT_DECAY = ${float(experiment.weightDecay)}`,
    experiment.gradientClip > 0 && `GRADIENT_CLIP = ${float(experiment.gradientClip)}`,
    facts.isNoisy && `NOISE_LEVEL = ${float(experiment.noiseLevel)}`,
    experiment.inputDropout > 0 && `INPUT_DROPOUT = ${float(experiment.inputDropout)}`,
    facts.weighsPixels && experiment.lossOn === 'weighted' && `HOLE_WEIGHT = ${float(experiment.holeWeight)}`,
    used('sparsityWeight') && `SPARSITY_WEIGHT = ${float(experiment.sparsityWeight)}`,
    used('targetActivation') && `TARGET_ACTIVATION = ${float(experiment.targetActivation)}`,
    facts.isGaussian && `BETA = ${float(experiment.beta)}  # weight of the KL term`,
    facts.isGaussian &&
      experiment.betaWarmUp > 0 &&
      `BETA_WARM_UP = ${float(experiment.betaWarmUp)}  # epochs`,
    experiment.classes.length > 0 &&
      `CLASSES = [${experiment.classes.join(', ')}]  # trained on: ${classNames(facts)}`,
    experiment.validationShare > 0 && `VALIDATION_SHARE = ${float(experiment.validationShare)}`,
    stopsEarly(experiment) && `PATIENCE = ${experiment.earlyStopping}  # epochs`,
  );
}

function classNames({ experiment, dataset }: ScriptFacts): string {
  return prose(experiment.classes.map((index) => dataset.classNames[index] ?? String(index)).join(', '));
}
