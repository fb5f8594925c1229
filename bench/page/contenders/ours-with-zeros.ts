// Hourglass with products that multiply by zeros too.
import { skipZeros } from '../../../src/engine/kernels/wasm/install';
import { serve, type Job } from './contender';
import { Hourglass } from './hourglass';

class HourglassWithZeros extends Hourglass {
  override async open(job: Job): Promise<string> {
    const text = await super.open(job);
    skipZeros(false);
    return `${text} Zeros are not skipped.`;
  }
}

serve(new HourglassWithZeros());
