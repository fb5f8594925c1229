// Text around the note of a teacher's link.
export const texts = {
  name: 'Note with this link',
  limited: 'This link shows a part of the page.',
  unlocked: 'Everything is unlocked.',
  unlock: 'Unlock everything',
  unlockExplanation: 'Shows every control. The link keeps the page simple; it protects nothing.',
  lock: 'Lock again',
  lockExplanation: 'Hides and locks again what the link asks for',
} as const;
