// Hourglass with products that visit every column, also those that hold only zeros.
import { skipZeros } from '../../../src/engine/kernels/wasm/install';
import { serve, type Job } from './contender';
import { Hourglass } from './hourglass';

class HourglassOnAllColumns extends Hourglass {
  override async open(job: Job): Promise<string> {
    const text = await super.open(job);
    skipZeros(false);
    return `${text} Columns of zeros are not skipped.`;
  }
}

serve(new HourglassOnAllColumns());
