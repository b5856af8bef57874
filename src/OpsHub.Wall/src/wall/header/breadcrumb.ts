import type { Frame, Place, Viewer } from '../../api/types';

type Ancestor = Place & { readonly reachable: boolean };

/** The unit the viewer starts from: its own, or that of the organ it works in. */
export const startUnit = (viewer: Viewer): Place | null => viewer.unit ?? viewer.organ.unit ?? null;

/** City first; the viewer may go up to its own unit and no further. */
export function visibleAncestors(frame: Frame, viewer: Viewer): readonly Ancestor[] {
  const own = startUnit(viewer)?.code;
  const from = own ? frame.ancestors.findIndex((a) => a.code === own) : 0;
  return frame.ancestors.map((a, i) => ({ ...a, reachable: from >= 0 && i >= from }));
}

/** Where Esc leads: the nearest reachable unit above, null at the top. */
export function above(frame: Frame, viewer: Viewer): string | null {
  return visibleAncestors(frame, viewer).findLast((a) => a.reachable)?.code ?? null;
}
