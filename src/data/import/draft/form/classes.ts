// Classes in a settled order: names that are numbers by their value, others by the alphabet.

export interface Classes {
  /** Class indices, `[count]`. */
  readonly labels: Uint16Array;
  readonly classNames: readonly string[];
}

export function sortClasses({ labels, classNames }: Classes): Classes {
  const areNumbers = classNames.every((name) => name.trim() !== '' && Number.isFinite(Number(name)));
  const order = classNames.map((_, index) => index);
  const { compare } = new Intl.Collator('en', { numeric: true });
  order.sort((a, b) => {
    const [first, second] = [classNames[a] ?? '', classNames[b] ?? ''];
    return areNumbers ? Number(first) - Number(second) : compare(first, second);
  });
  const places = new Uint16Array(order.length);
  for (const [place, index] of order.entries()) places[index] = place;
  return {
    labels: labels.map((label) => places[label] ?? 0),
    classNames: order.map((index) => classNames[index] ?? ''),
  };
}
