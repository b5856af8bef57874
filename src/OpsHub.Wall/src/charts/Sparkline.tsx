import { px, token } from '../theme/chartTheme';
import { Chart } from './Chart';

/** Fourteen days in a line, the last one dotted. Under two known days there is no trend to draw. */
export function Sparkline({ points, colour }: { points: readonly number[]; colour: string }) {
  if (points.length < 2) return <div className="sp" />;
  const option = () => ({
    grid: { left: px(3), right: px(7), top: px(6), bottom: px(6) },
    xAxis: { type: 'category', show: false, boundaryGap: false, data: points.map((_, i) => i) },
    yAxis: { type: 'value', show: false, scale: true },
    series: [
      {
        type: 'line',
        symbol: 'none',
        silent: true,
        data: [...points],
        lineStyle: { color: token(colour), width: px(2.5), cap: 'butt' },
        markPoint: {
          symbol: 'circle',
          symbolSize: px(9),
          silent: true,
          animation: false,
          itemStyle: { color: token(colour) },
          label: { show: false },
          data: [{ coord: [points.length - 1, points.at(-1) ?? 0] }],
        },
      },
    ],
  });
  return <Chart className="sp" option={option} stamp={`${colour}:${points.join()}`} />;
}
