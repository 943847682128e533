import { z } from 'zod';
import { Localized } from '#kernel/language.ts';

/** What kind of ground a zone is, for its colour; `green` is drawn on every map. */
const Ground = z.enum(['green', 'homes', 'houses', 'mixed', 'business', 'production']);

const Code = z.strictObject({ code: z.string().min(1), name: Localized, ground: Ground.optional() });

/** How a layer looks; `tone` is a colour of the map's palette, `label` the property written on the map. */
const LayerStyle = z.strictObject({
  paint: z.enum(['fill', 'outline', 'line', 'zone', 'ground', 'street']),
  tone: z.enum([
    'border',
    'zone',
    'water',
    'street',
    'parcel',
    'building',
    'heritage',
    'network',
    'stormSewer',
    'waterSupply',
    'power',
    'gas',
    'heat',
    'other',
  ]),
  label: z.string().optional(),
  /** Not shown until the reader switches it on in the legend. */
  hidden: z.boolean().default(false),
});

/**
 * One layer as a city's `layers/layers.yaml` describes it; its features stand in `<id>.geojson` beside it (RFC 7946,
 * WGS 84). Features of a parcel layer have the cadastral number as `id`, the properties `street` (id of a street) and
 * `house`; those of zone and restriction layers a `code` of `codes`.
 */
export const LayerDefinition = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
    /** What the program takes the layer for. */
    role: z.enum([
      'city',
      'district',
      'zone',
      'water',
      'street',
      'parcel',
      'building',
      'restriction',
      'stormSewer',
      'network',
      'base',
    ]),
    /** Kind of a restriction. */
    group: z.enum(['heritage', 'water', 'guard', 'other']).optional(),
    title: Localized,
    /** Section of the urban-planning information system, 1 to 18 (decree 279 of 13.03.2020). */
    section: z.number().int().min(1).max(18).optional(),
    /** Edition of the act whose codes are used: a zone code means nothing without it. */
    edition: z.string().optional(),
    /** Invented data: shown as such wherever the layer is. */
    synthetic: z.boolean().default(false),
    source: Localized,
    /** Below this zoom the layer's tiles are empty. */
    minZoom: z.number().int().min(0).max(18).default(0),
    /** Properties that map tiles carry; a text in three languages becomes `name_ru`, `name_tt`, `name_en`. */
    tile: z.array(z.string()).default([]),
    style: LayerStyle,
    codes: z.array(Code).default([]),
  })
  .refine((layer) => (layer.role === 'restriction') === (layer.group !== undefined), {
    message: 'a restriction has a group, nothing else has',
    path: ['group'],
  });
export type LayerDefinition = z.infer<typeof LayerDefinition>;
export type LayerRole = LayerDefinition['role'];
