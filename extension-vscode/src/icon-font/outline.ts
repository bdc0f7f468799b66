/** Geometry on a 16 px grid, y down. A contour is a closed polygon; glyphs fill by the nonzero rule. */
export type Point = readonly [x: number, y: number];
export type Contour = readonly Point[];

const area = (contour: Contour): number =>
  contour.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = contour[(i + 1) % contour.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

export const solid = (contour: Contour): Contour =>
  area(contour) > 0 ? contour : contour.toReversed();

/** Cuts out of what lies under it. */
export const hole = (contour: Contour): Contour => solid(contour).toReversed();

const DEGREE = Math.PI / 180;

/** Points of a circle's arc; angles in degrees, clockwise on screen, 0 is right. */
export function arc(cx: number, cy: number, r: number, from: number, to: number): Point[] {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 12));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (from + ((to - from) * i) / steps) * DEGREE;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)] as const;
  });
}

export function roundedSquare(min: number, max: number, r: number): Contour {
  return [
    ...arc(max - r, min + r, r, -90, 0),
    ...arc(max - r, max - r, r, 0, 90),
    ...arc(min + r, max - r, r, 90, 180),
    ...arc(min + r, min + r, r, 180, 270),
  ];
}

/** Silhouette of overlapping circles as seen from a point inside all of them together. */
export function bubbles(center: Point, circles: readonly [number, number, number][]): Contour {
  return Array.from({ length: 90 }, (_, i) => {
    const [dx, dy] = [Math.cos(i * 4 * DEGREE), Math.sin(i * 4 * DEGREE)];
    const reach = Math.max(
      ...circles.map(([cx, cy, r]) => {
        const [x, y] = [cx - center[0], cy - center[1]];
        const along = x * dx + y * dy;
        const inside = r * r - (x * x + y * y - along * along);
        return inside < 0 ? 0 : along + Math.sqrt(inside);
      }),
    );
    return [center[0] + dx * reach, center[1] + dy * reach] as const;
  });
}

const unit = ([ax, ay]: Point, [bx, by]: Point): Point => {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [(bx - ax) / length, (by - ay) / length];
};

/** A corner moved sideways by `d`; very sharp corners are cut at twice the distance. */
function moved(before: Point, at: Point, after: Point, d: number): Point {
  const [ax, ay] = unit(before, at);
  const [bx, by] = unit(at, after);
  const [nx, ny] = [ay + by, -(ax + bx)];
  const square = nx * nx + ny * ny || 1;
  const scale = Math.min(2 / square, 2 / Math.sqrt(square));
  return [at[0] + nx * d * scale, at[1] + ny * d * scale];
}

/** The polygon grown (positive) or shrunk (negative) by `d` pixels. */
export function grow(contour: Contour, d: number): Contour {
  const shape = solid(contour);
  return shape.map((at, i) =>
    moved(
      shape[(i + shape.length - 1) % shape.length] ?? at,
      at,
      shape[(i + 1) % shape.length] ?? at,
      d,
    ),
  );
}

/** An open line drawn with a pen of the given width, ends cut square. */
export function pen(line: readonly Point[], width: number): Contour {
  const side = (d: number): Point[] =>
    line.map((at, i) => {
      const before = line[i - 1];
      const after = line[i + 1];
      if (before === undefined && after !== undefined)
        return moved([2 * at[0] - after[0], 2 * at[1] - after[1]], at, after, d);
      if (after === undefined && before !== undefined)
        return moved(before, at, [2 * at[0] - before[0], 2 * at[1] - before[1]], d);
      return moved(before ?? at, at, after ?? at, d);
    });
  return solid([...side(width / 2), ...side(-width / 2).toReversed()]);
}

/** The part of a polygon that lies below `y` on screen. */
export function below(contour: Contour, y: number): Contour {
  return contour.flatMap((at, i) => {
    const next = contour[(i + 1) % contour.length] ?? at;
    const kept: Point[] = at[1] >= y ? [at] : [];
    if (at[1] >= y !== next[1] >= y) {
      const t = (y - at[1]) / (next[1] - at[1]);
      kept.push([at[0] + (next[0] - at[0]) * t, y]);
    }
    return kept;
  });
}

/** Cuts the outline into dashes; the number is rounded so that the last gap is as wide as the others. */
export function dashes(contour: Contour, on: number, off: number): Point[][] {
  const closed = [...contour, contour[0] ?? ([0, 0] as const)];
  const points: Point[] = [];
  for (const [i, from] of closed.slice(0, -1).entries()) {
    const to = closed[i + 1] ?? from;
    const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 0.15));
    for (let s = 0; s < steps; s++)
      points.push([
        from[0] + ((to[0] - from[0]) * s) / steps,
        from[1] + ((to[1] - from[1]) * s) / steps,
      ]);
  }
  const count = Math.max(3, Math.round((points.length * 0.15) / (on + off)));
  const share = points.length / count;
  return Array.from({ length: count }, (_, i) =>
    points.slice(Math.round(i * share), Math.round(i * share + share * (on / (on + off))) + 1),
  );
}
