/** One mat: cloth along its long sides and the weave between them. */
function Mat({ x, y, upright = false }: { x: number; y: number; upright?: boolean }) {
  const turned = upright ? `translate(${x + 86} ${y}) rotate(90)` : `translate(${x} ${y})`
  return (
    <g transform={turned}>
      <rect width="178" height="86" rx="1" fill={upright ? 'var(--art-mat-2)' : 'var(--art-mat)'} />
      <rect x="2" y="9" width="174" height="68" fill="url(#weave)" />
      <path d="M0 0h178v7H0zM0 79h178v7H0z" fill="var(--art-cloth)" />
    </g>
  )
}

/** The room of four and a half mats, laid without end; one half mat is lit: you are here. */
export function Room() {
  return (
    <aside className="room" aria-label="What this place is for">
      <svg width="100%" height="100%" aria-hidden="true">
        <defs>
          <pattern id="weave" width="8" height="4.5" patternUnits="userSpaceOnUse">
            <path d="M0 2.25h8" stroke="var(--art-cloth)" strokeWidth=".8" opacity=".32" />
          </pattern>
          <pattern id="room" x="-29" y="-71" width="276" height="276" patternUnits="userSpaceOnUse">
            <Mat x={0} y={0} />
            <Mat x={184} y={0} upright />
            <Mat x={92} y={184} />
            <Mat x={0} y={92} upright />
            <rect x="92" y="92" width="86" height="86" rx="2" fill="var(--art-half)" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill="url(#room)" />
        <rect x="339" y="297" width="86" height="86" rx="2" fill="var(--bar-accent)" />
      </svg>
      <div className="room-words">
        <p className="room-title">
          Open only the
          <br />
          doors you need.
        </p>
        <p>
          Create users, write policies and get refused as often as you like.
          <br />
          Nothing here can break, bill or leak anything.
        </p>
      </div>
    </aside>
  )
}
