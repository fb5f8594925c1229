// jax-js on WASM, with or without its threads: the whole step (value, gradients, Adam) in one `jit`, with resident weights,
// moments, batches and noise. Its `optax` is not in the registry, so Adam is written here, with the bias corrections folded
// into the step size.
import { blockUntilReady, defaultDevice, init, jit, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import { networkPlan } from '../../../src/catalog/architectures/registry';
import { sampleSize } from '../../../src/core/samples/samples';
import { initialCheckpoint } from '../../../src/engine/network/weights/initial-weights';
import { adam, networks } from '../networks';
import { serve, type Contender, type Job } from './contender';
import { jaxWeights, objective, type Weights } from './jax-network';
import { codeNoise, pixelsOf, trainingImages } from './training-images';

// A type alias, not an interface: jax-js's trees require it.
type State = { weights: Weights; firstMoments: Weights; secondMoments: Weights };

type Step = (state: State, images: np.Array, noise: np.Array[], stepSize: np.Array) => [State, np.Array];

/**
 * Number of steps between waits. Operations are lazy, and the authors recommend waiting regularly. Of 1, 2, 4, 8 and 16 steps,
 * 4 were slightly the fastest here; so was the whole step in one `jit`, compared with separate ones for gradients and Adam.
 */
const waitEvery = 4;

class Jax implements Contender {
  #step: Step | null = null;
  #state: State | null = null;
  #batches: np.Array[] = [];
  #noise: np.Array[] = [];
  #learningRate = 0;
  #updates = 0;
  #threaded = true;

  async open({ network, images, backend, threads }: Job): Promise<string> {
    if (backend !== 'wasm') throw new Error('jax-js is measured on WASM only');
    if (!(await init(backend)).includes(backend)) throw new Error(`jax-js did not start ${backend}`);
    defaultDevice(backend);
    const experiment = networks[network];
    const { batchSize, codeSize, codeKind, learningRate } = experiment;
    const samples = await trainingImages(images, batchSize);
    const plan = networkPlan(experiment, samples.shape);
    const weights = jaxWeights(plan, initialCheckpoint(experiment, samples.shape).weights);
    const zeros = () => weights.map(({ shape }) => np.zeros(shape));
    this.#state = { weights, firstMoments: zeros(), secondMoments: zeros() };
    this.#learningRate = learningRate;
    const size = sampleSize(samples.shape);
    const shape = [batchSize, size];
    const pixels = pixelsOf(samples);
    this.#batches = Array.from({ length: samples.count / batchSize }, (_, i) =>
      np.array(pixels.slice(i * batchSize * size, (i + 1) * batchSize * size), { shape }),
    );
    if (codeKind === 'gaussian')
      this.#noise = codeNoise(experiment, samples.count).map((draw) =>
        np.array(draw as Float32Array<ArrayBuffer>, { shape: [batchSize, codeSize] }),
      );
    const lossOf = (weights: Weights, batch: np.Array, noise: np.Array[]) =>
      objective(plan, experiment, weights, batch, noise[0] ?? null);
    this.#step = jit(function trainingStep(
      state: State,
      batch: np.Array,
      noise: np.Array[],
      stepSize: np.Array,
    ) {
      const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(state.weights), batch, noise);
      return [applyAdam(state, gradients, stepSize), loss] as [State, np.Array];
    });
    await blockUntilReady([this.#state, this.#batches, this.#noise]);
    this.#threaded = threads > 1;
    const used = this.#threaded ? `${navigator.hardwareConcurrency} threads` : 'on the calling thread';
    return `wasm, ${used}, ${this.#batches.length} resident batches`;
  }

  async losses(steps: number): Promise<number[]> {
    const losses: number[] = [];
    for (let made = 0; made < steps; made++) {
      const loss = this.#makeStep();
      const value = (this.#threaded ? await loss.data() : loss.dataSync()) as Float32Array;
      losses.push(value[0] ?? NaN);
    }
    return losses;
  }

  async time(steps: number): Promise<number> {
    const startedMs = performance.now();
    for (let made = 1; made <= steps; made++) {
      const loss = this.#makeStep();
      if (this.#threaded) {
        if (made % waitEvery === 0) await blockUntilReady(loss);
        loss.dispose();
      } else loss.dataSync();
    }
    await blockUntilReady(this.#state);
    return performance.now() - startedMs;
  }

  #makeStep(): np.Array {
    const [step, state] = [this.#step, this.#state];
    if (!step || !state) throw new Error('not open');
    const batch = this.#batches[this.#updates % this.#batches.length] as np.Array;
    const draw = this.#noise[this.#updates % this.#noise.length];
    const updates = ++this.#updates;
    const stepSize =
      (this.#learningRate * Math.sqrt(1 - adam.beta2 ** updates)) / (1 - adam.beta1 ** updates);
    const [next, loss] = step(
      state,
      batch.ref,
      draw ? [draw.ref] : [],
      np.array(new Float32Array([stepSize]), { shape: [] }),
    );
    this.#state = next;
    return loss;
  }
}

/** Adam (Kingma & Ba 2015, end of section 2); takes ownership of all. */
function applyAdam(
  { weights, firstMoments, secondMoments }: State,
  gradients: Weights,
  stepSize: np.Array,
): State {
  const { beta1, beta2, epsilon } = adam;
  const first = firstMoments.map((m, i) => m.mul(beta1).add((gradients[i] as np.Array).ref.mul(1 - beta1)));
  const second = secondMoments.map((v, i) =>
    v.mul(beta2).add(np.square(gradients[i] as np.Array).mul(1 - beta2)),
  );
  const next = weights.map((weight, i) => {
    const [m, v] = [first[i] as np.Array, second[i] as np.Array];
    return weight.sub(m.ref.mul(stepSize.ref).div(np.sqrt(v.ref).add(epsilon)));
  });
  stepSize.dispose();
  return { weights: next, firstMoments: first, secondMoments: second };
}

serve(new Jax());
