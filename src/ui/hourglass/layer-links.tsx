// Over each column and the number under it: what the layer is and does, on hover, on focus and on tap, and the way into it. One stop
// of the Tab key: arrow keys move from layer to layer (WAI-ARIA, toolbar).
import { plural, t } from '@lingui/core/macro';
import { useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { countText } from '../../core/number-text';
import { isOpenedAt, toggleByPress } from '../explanation/explanations';
import { explainAll } from '../explanation/named-explanations';
import { Tooltip } from '../explanation/tooltip';
import { touchQuery, useMedia } from '../media';
import type { DiagramLayer } from './diagram-layer';
import styles from './layer-links.module.css';
import { bandsOf, hasBands, hasMaps, nodesOf, shapeText } from './hourglass-geometry';
import type { Column, LayerShape } from './hourglass-geometry';

interface LayerLinksProps {
  columns: readonly Column[];
  layers: readonly DiagramLayer[];
  /** As drawn: with the chosen code size at the bottleneck. */
  shapes: readonly LayerShape[];
  bottleneckIndex: number;
  /** Of the picture. */
  height: number;
  /** Where a layer opens; left out where none does. */
  hrefOf: ((index: number) => string) | undefined;
}

/** CSS pixels that a finger can hit. */
const leastWidth = 24;

const moves: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

export function LayerLinks({ columns, layers, shapes, bottleneckIndex, height, hrefOf }: LayerLinksProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(bottleneckIndex);
  const last = columns.length - 1;
  const stop = Math.min(last, chosen);
  const isTouch = useRef(false);
  const cannotHover = useMedia(touchQuery);
  const wayIn = cannotHover ? t`Tap it again to look inside.` : t`Click it to look inside.`;

  function onKeyDown(event: KeyboardEvent) {
    const by = moves[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(last, Math.max(0, stop + by));
    bar.current?.querySelectorAll('a')[next]?.focus();
  }

  /** A finger cannot rest on it: it explains with the first tap, and opens with the second. */
  function onClick(event: MouseEvent<HTMLElement>) {
    const explainsFirst = isTouch.current && !isOpenedAt(event.currentTarget);
    if (hrefOf !== undefined && !explainsFirst) return;
    event.preventDefault();
    toggleByPress(event.currentTarget);
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t({ message: 'Layers', comment: 'The layers of the network, side by side' })}
      className={styles.bar}
      onKeyDown={onKeyDown}
      onPointerDown={({ pointerType }) => (isTouch.current = pointerType === 'touch')}
    >
      {columns.map((column, index) => {
        const { label = '', explanation, term } = layers[index] ?? {};
        const width = Math.max(leastWidth, column.width);
        const left = column.x + (column.width - width) / 2;
        const name = `${label}: ${sizeText(shapes[index] ?? [], column.height)}`;
        const words = hrefOf === undefined ? explanation : `${explanation ?? ''} ${wayIn}`;
        return (
          <Tooltip key={index} text={explainAll([{ label: name, explanation: words ?? '' }])} term={term}>
            <a
              className={styles.layer}
              style={{ left, top: column.y, width, height: height - column.y }}
              href={hrefOf?.(index) ?? '#'}
              aria-label={name}
              tabIndex={index === stop ? 0 : -1}
              onFocus={() => setChosen(index)}
              onClick={onClick}
            >
              <span
                className={styles.column}
                style={{ left: column.x - left, width: column.width, height: column.height }}
              />
            </a>
          </Tooltip>
        );
      })}
    </div>
  );
}

/** `14×14×16, 3,136 nodes`, and which filters are drawn where they are not all. */
function sizeText(shape: LayerShape, height: number): string {
  const nodes = plural(nodesOf(shape), { one: '# node', other: '# nodes' });
  const size = hasMaps(shape) ? `${shapeText(shape)}, ${nodes}` : nodes;
  const filters = shape[2] ?? 1;
  const shown = bandsOf(shape, height);
  if (!hasBands(shape) || shown >= filters) return size;
  return `${size}; ${t`${{ shown: countText(shown) }} of the ${{ filters: countText(filters) }} filters are drawn`}`;
}
