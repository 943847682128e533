import { useText } from '#ui/text.tsx';
import styles from './PlaceMap.module.css';
import type { MapTool } from './use-place.ts';

type ToolChoiceProps = Readonly<{
  tools: readonly MapTool[];
  tool: MapTool | undefined;
  onChoose(tool: MapTool): void;
}>;

/** How the place is given: by a plot or by an outline. */
export function ToolChoice({ tools, tool, onChoose }: ToolChoiceProps) {
  const t = useText();
  return (
    <fieldset className={styles.tools}>
      <legend>{t('map.tool')}</legend>
      {tools.map((one) => (
        <label key={one}>
          <input type="radio" name="map-tool" checked={one === tool} onChange={() => onChoose(one)} />
          <span>{t(`map.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
