// The hourglass of the header; the same shape as the favicon.
export function Logo() {
  return (
    <svg width="22" height="26" viewBox="0 0 22 26" fill="none" aria-hidden="true">
      <path
        d="M3 2.5H19C19 8.5 13 9.5 13 13C13 16.5 19 17.5 19 23.5H3C3 17.5 9 16.5 9 13C9 9.5 3 8.5 3 2.5Z"
        fill="var(--accent-soft)"
      />
      <path d="M11 14.5C12.2 18 16 18.6 17.3 23.5H4.7C6 18.6 9.8 18 11 14.5Z" fill="var(--accent)" />
      <path
        d="M1.5 2.5H20.5M1.5 23.5H20.5M3.5 2.5C3.5 9 9.2 9.4 9.2 13C9.2 16.6 3.5 17 3.5 23.5M18.5 2.5C18.5 9 12.8 9.4 12.8 13C12.8 16.6 18.5 17 18.5 23.5"
        stroke="var(--accent)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}
