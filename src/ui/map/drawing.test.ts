import { describe, expect, test } from 'vitest';
import { asText, canClose, closed, drawingOf, emptyDrawing, shapesOf, undone, withCorner } from './drawing.ts';

const three = [
  [49.115, 55.795],
  [49.116, 55.795],
  [49.116, 55.7955],
] as const;
const drawn = three.reduce((drawing, [lon, lat]) => withCorner(drawing, [lon, lat]), emptyDrawing);

describe('drawing an outline', () => {
  test('three corners can be closed, two cannot', () => {
    expect(canClose(undone(drawn))).toBe(false);
    expect(closed(undone(drawn)).isClosed).toBe(false);
    expect(closed(drawn).isClosed).toBe(true);
  });

  test('undoing opens a closed outline first, then takes corners back one by one, and then does nothing', () => {
    expect(undone(closed(drawn))).toEqual(drawn);
    expect(undone(undone(undone(undone(drawn))))).toEqual(emptyDrawing);
  });

  test('a corner after closing begins a new outline', () => {
    expect(withCorner(closed(drawn), [49.2, 55.8]).corners).toEqual([[49.2, 55.8]]);
  });

  test('reads as coordinates with latitude first, six decimals', () => {
    expect(asText(drawn)).toBe('55.795000 49.115000; 55.795000 49.116000; 55.795500 49.116000');
    expect(asText(emptyDrawing)).toBe('');
  });

  test('a chosen outline can be drawn on', () => {
    const ring = [...three, three[0]].map(([lon, lat]): [number, number] => [lon, lat]);
    expect(drawingOf({ type: 'Polygon', coordinates: [ring] })).toEqual(closed(drawn));
  });

  test('is shown as corners, as a line, and once closed as ground', () => {
    const kinds = (shapes: GeoJSON.Feature[]) => shapes.map(({ geometry }) => geometry.type);
    expect(kinds(shapesOf(emptyDrawing))).toEqual([]);
    expect(kinds(shapesOf(drawn))).toEqual(['LineString', 'Point', 'Point', 'Point']);
    expect(kinds(shapesOf(closed(drawn)))[0]).toBe('Polygon');
  });
});
