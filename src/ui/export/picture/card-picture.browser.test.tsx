import { afterEach, expect, it, vi } from 'vitest';
import { Card } from '../../controls/card/card';
import { mount, type Mounted } from '../../mount-for-tests';
import { SampleRow } from '../../sample/sample-row';
import { cardPicture } from './card-picture';

let mounted: Mounted | undefined;
afterEach(() => mounted?.unmount());

it('draws a table with its heads and the pictures in it, without the boxes that choose its rows', async () => {
  mounted = mount(
    <Card title="Runs" explanation="All of them.">
      <table style={{ width: 400 }}>
        <thead>
          <tr>
            <td />
            <th>
              <button>Name</button>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <label>
                <input type="checkbox" aria-label="First" />
                <SampleRow label="" info={{ shape: [4, 4, 1] }} values={new Float32Array(32)} columns={2} />
              </label>
            </td>
            <th scope="row">First</th>
          </tr>
        </tbody>
      </table>
    </Card>,
  );
  const card = await vi.waitFor(() => {
    const drawn = mounted?.host.querySelector('section');
    if (!drawn?.querySelector('canvas')?.width) throw new Error('not drawn yet');
    return drawn;
  });
  const { svg } = await cardPicture(card, { title: 'Runs', caption: [] }, 'paper');
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const texts = [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(texts.filter((text) => text !== '')).toEqual(['Runs', 'Name', 'First']);
  expect(parsed.querySelectorAll('image')).toHaveLength(1);
});
