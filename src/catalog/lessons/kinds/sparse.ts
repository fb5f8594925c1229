// Sparse codes. Seen here (300 steps each, 64 ReLU units, seeds 1 and 2): an image activates 41 and 44 units without a penalty, 14 with L1 at 0.001,
// 2.9 and 4.1 at 0.01, where test MSE rises from .025 to .043 and .036. KL at 0.01: mean activation .054 and .056, target 0.05.
import { t } from '@lingui/core/macro';
import { fixedText, lossText, meanCountText, valueText } from '../../../core/number-text';
import { needsAll, needsSettings, trainStep } from '../asking';
import type { Came, Lesson, Results } from '../lesson';

const l1 = 'L1';
const kl = t`KL divergence`;

export const sparse: Lesson = {
  id: 'sparse',
  title: t`Sparse codes`,
  summary: t`Many units, of which each image may use only a few: L1 and KL.`,
  minutes: 6,
  experiment: { hidden: [128], codeSize: 64, codeActivation: 'relu' },
  place: 'train',
  steps: [
    {
      kind: 'read',
      id: 'what',
      title: t`Another way to be narrow`,
      text: [
        t`A code need not be short to be a bottleneck. A [sparse](sparse) code is long, but each image may switch on only a few of its [units](active-unit), so that each unit comes to stand for something.`,
        t`It does so because there is a price: the [penalty](sparsity-penalty) adds the activity of the units to the loss.`,
      ],
    },
    trainStep({
      id: 'free',
      title: t`First without a price`,
      text: [t`Press **Train**. The code has 64 units, and each may be as active as it likes.`],
      needs: needsSettings(
        { codeSize: 64, sparsity: 'none' },
        { sparsity: t({ message: 'None', context: 'sparsity' }) },
      ),
      help: [{ kind: 'change', patch: { codeSize: 64, sparsity: 'none' } }],
    }),
    {
      kind: 'predict',
      id: 'units',
      title: t`Now each unit costs`,
      text: [t`[L1](l1) adds the sum of all activations, times a weight, here 0.001.`],
      question: t`Of 64 units, how many will an image switch on after 300 more steps?`,
      answers: {
        kind: 'amount',
        label: t`Active units`,
        min: 0,
        max: 64,
        step: 1,
        first: 32,
        format: meanCountText,
      },
    },
    {
      ...trainStep({
        id: 'priced',
        title: t`Put a price on activity`,
        text: [
          t`Under **Objective** set **Sparsity** to **L1**, leave its weight at 0.001, and press **Train**. **Active of 64** at the top counts the units.`,
        ],
        needs: needsSettings({ codeSize: 64, sparsity: 'l1', sparsityWeight: 0.001 }, { sparsity: l1 }),
        help: [{ kind: 'change', patch: { sparsity: 'l1', sparsityWeight: 0.001 } }],
      }),
      target: { kind: 'setting', setting: 'sparsity' },
    },
    { kind: 'compare', id: 'priced-came', title: t`What the price did`, text: [], of: 'units', came },
    {
      kind: 'predict',
      id: 'cost',
      title: t`Ten times the price`,
      text: [t`Next the weight becomes 0.01.`],
      question: t`What happens to the reconstructions?`,
      answers: {
        kind: 'choices',
        choices: [
          { id: 'same', label: t`They stay as good: the units that are left do the work` },
          { id: 'worse', label: t`They become clearly worse` },
        ],
      },
    },
    {
      ...trainStep({
        id: 'dear',
        title: t`Raise the price`,
        text: [t`Set **Sparsity weight** to 0.01 or a little above, and press **Train**.`],
        needs: needsAll(
          needsSettings({ codeSize: 64, sparsity: 'l1' }, { sparsity: l1 }),
          ({ experiment }) => {
            const is = valueText(experiment.sparsityWeight);
            return experiment.sparsityWeight >= 0.009
              ? null
              : t`Sparsity weight is ${is} now; it needs to be 0.01 at least.`;
          },
        ),
        help: [{ kind: 'change', patch: { sparsity: 'l1', sparsityWeight: 0.01 } }],
      }),
      target: { kind: 'setting', setting: 'sparsityWeight' },
    },
    { kind: 'compare', id: 'dear-came', title: t`Nothing is free`, text: [], of: 'cost', came: dearCame },
    {
      ...trainStep({
        id: 'kl',
        title: t`KL: a target instead of a price`,
        text: [
          t`[KL sparsity](kl-sparsity) names the share of the time that a unit should be on, the **Target activation**, here 0.05, and charges for any other. Set **Sparsity** to **KL divergence**: the units become sigmoids, and the network begins again. Press **Train**.`,
          t`Afterwards the mean activation over all units and test images is close to the target: that is what was asked for, and nothing more.`,
        ],
        needs: needsSettings({ sparsity: 'kl' }, { sparsity: kl }),
        help: [{ kind: 'change', patch: { sparsity: 'kl', sparsityWeight: 0.01 } }],
      }),
      target: { kind: 'setting', setting: 'sparsity' },
    },
  ],
};

function came({ freeActive, pricedActive, pricedUnits }: Results): Came | null {
  if (freeActive === undefined || pricedActive === undefined || pricedUnits === undefined) return null;
  const [before, after] = [meanCountText(freeActive), meanCountText(pricedActive)];
  return {
    answer: pricedActive,
    within: 6,
    text: t`An image switched on ${before} of ${pricedUnits} units before, and ${after} now.`,
    why:
      pricedActive < 0.7 * freeActive
        ? t`A unit that helps an image less than it costs is switched off for that image: L1 pushes small activations to exactly 0.`
        : t`This is unusual: usually fewer than half of them are left.`,
  };
}

function dearCame({ pricedMse, dearMse, dearActive }: Results): Came | null {
  if (pricedMse === undefined || dearMse === undefined || dearActive === undefined) return null;
  const ratio = dearMse / pricedMse;
  const [before, after, times, active] = [
    lossText(pricedMse),
    lossText(dearMse),
    fixedText(ratio, 1),
    meanCountText(dearActive),
  ];
  return {
    answer: ratio > 1.15 ? 'worse' : 'same',
    text: t`Now an image switches on ${active} units, and Test MSE went from ${before} to ${after}: ${times} times as large.`,
    why:
      ratio > 1.15
        ? t`The weight says how much reconstruction is worth in units: at this price the network gives up detail.`
        : t`This is unusual: the error usually rises clearly.`,
  };
}
