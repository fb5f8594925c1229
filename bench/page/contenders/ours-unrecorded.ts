// Hourglass without the recorded step: every step runs through autodiff.
import * as tf from '@tensorflow/tfjs-core';
import { offerRecorder } from '../../../src/engine/kernels/step-recording';
import { serve, type Job } from './contender';
import { Hourglass } from './hourglass';

class HourglassUnrecorded extends Hourglass {
  override async open(job: Job): Promise<string> {
    const text = await super.open(job);
    offerRecorder(tf.backend(), null);
    return `${text} Steps are not recorded.`;
  }
}

serve(new HourglassUnrecorded());
