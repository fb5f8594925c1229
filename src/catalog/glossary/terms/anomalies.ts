// Finding what is not normal, and knowing how well that works.
import { t } from '@lingui/core/macro';
import type { GlossaryEntry } from '../entry';

const scoresAndThreshold = { view: 'anomalies', control: t`Scores and threshold` } as const;
const threshold = { view: 'anomalies', control: t`Threshold` } as const;

export const anomalies = {
  anomaly: {
    term: t`Anomaly`,
    sentence: t`A sample unlike those that count as normal, which are the only ones the network learns from.`,
    places: [{ view: 'anomalies', control: t`Normal classes` }],
    sources: ['chandola2009'],
    related: ['anomaly-score', 'threshold', 'out-of-distribution'],
    alsoCalled: t`outlier, novelty`,
  },
  'anomaly-score': {
    term: t`Anomaly score`,
    sentence: t`A number that says how unusual a sample is: how badly it is rebuilt, or how far its code is from those learned from; higher is more unusual.`,
    places: [{ view: 'anomalies', control: t`Score` }],
    sources: ['chandola2009', 'an2015'],
    related: ['anomaly', 'threshold', 'reconstruction-error', 'auroc'],
    alsoCalled: t`reconstruction probability, Mahalanobis distance`,
  },
  threshold: {
    term: t`Threshold`,
    sentence: t`The score above which a sample is flagged; it comes from held-out normal samples, never from the test set.`,
    places: [threshold],
    sources: ['chandola2009'],
    related: ['anomaly-score', 'true-positive-rate', 'precision', 'validation-set'],
  },
  'true-positive-rate': {
    term: t`True and false positive rate`,
    sentence: t`The share of the anomalies that are flagged, and the share of the normal samples that are flagged by mistake.`,
    formula: String.raw`\mathrm{TPR} = \tfrac{TP}{TP + FN}, \quad \mathrm{FPR} = \tfrac{FP}{FP + TN}`,
    places: [scoresAndThreshold],
    sources: ['davis2006'],
    related: ['precision', 'roc-curve', 'threshold'],
    alsoCalled: t`recall, sensitivity, false alarms`,
  },
  precision: {
    term: t({ message: 'Precision', comment: 'share of the flagged samples that are anomalies' }),
    sentence: t`The share of the flagged samples that are anomalies; the F1 score is its harmonic mean with the true positive rate.`,
    formula: String.raw`\tfrac{TP}{TP + FP}, \quad F_1 = \tfrac{2\,TP}{2\,TP + FP + FN}`,
    places: [scoresAndThreshold],
    sources: ['davis2006'],
    related: ['true-positive-rate', 'average-precision', 'threshold'],
    alsoCalled: t`F1`,
  },
  'roc-curve': {
    term: t`ROC curve`,
    sentence: t`The true positive rate against the false positive rate, for every possible threshold; the diagonal is guessing.`,
    places: [{ view: 'anomalies', control: t`ROC` }],
    sources: ['hanley1982', 'davis2006'],
    related: ['auroc', 'true-positive-rate', 'threshold'],
    alsoCalled: t`receiver operating characteristic`,
  },
  auroc: {
    term: 'AUROC',
    sentence: t`The area under the ROC curve: the probability that a random anomaly scores higher than a random normal sample; 1 is perfect, 0.5 is guessing.`,
    formula: String.raw`P(s_{\text{anomalous}} > s_{\text{normal}}) + \tfrac{1}{2} P(s_{\text{anomalous}} = s_{\text{normal}})`,
    places: [{ view: 'anomalies', control: 'AUROC' }],
    sources: ['hanley1982'],
    related: ['roc-curve', 'average-precision', 'anomaly-score'],
    alsoCalled: t`AUC, area under the curve`,
  },
  'average-precision': {
    term: t`Average precision`,
    sentence: t`The mean precision over all anomalies, each taken at the threshold that just flags it; guessing gives the share of anomalies.`,
    formula: String.raw`\textstyle\sum_k (R_k - R_{k-1})\, P_k`,
    places: [{ view: 'anomalies', control: t`Average precision` }],
    sources: ['davis2006'],
    related: ['precision', 'auroc', 'true-positive-rate'],
    alsoCalled: t`AP, area under the precision–recall curve`,
  },
  'out-of-distribution': {
    term: t`Out of distribution`,
    sentence: t`Unlike anything that the network learned from: it still gives a code and a reconstruction, and neither can be relied on.`,
    places: [{ view: 'limits' }],
    sources: ['nalisnick2019'],
    related: ['anomaly', 'manifold', 'overfitting'],
    alsoCalled: t`OOD, foreign samples`,
  },
} satisfies Record<string, GlossaryEntry>;
