/** The mark: several lines that become one. Decorative; the name stands beside it. */
export function Mark({ size = 30 }: Readonly<{ size?: number }>) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        d="M3 7h6c6 0 6 9 12 9h8M3 16h26M3 25h6c6 0 6-9 12-9h8"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
