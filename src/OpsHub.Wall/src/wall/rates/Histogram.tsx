import { Chart } from '../../charts/Chart';
import { perMille } from '../../format/numbers';
import { useMessages } from '../../i18n/useMessages';
import { px, token } from '../../theme/chartTheme';
import { AXIS, histogram, type Ranking } from './ranking';

/** What ECharts hands a custom series; its own types for this are wider than they need be. */
interface DrawApi {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
}

function bar(_: unknown, api: DrawApi) {
  const from = api.value(0);
  const [left, bottom] = api.coord([from, 0]);
  const [right, top] = api.coord([from + AXIS.step, api.value(1)]);
  return {
    type: 'rect',
    shape: { x: left + px(1.5), y: top, width: right - left - px(3), height: bottom - top },
    style: { fill: token(from < 900 ? '--st-late' : '--bar') },
  };
}

/** All ranked townships on one fixed axis, with the 90 % line always drawn. */
export function Histogram({ ranking, city }: { ranking: Ranking; city: number | null }) {
  const { t } = useMessages();
  const steps = [...histogram(ranking.ranked)];
  const line = (at: number, text: string, colour: string, dashed: boolean, align: 'left' | 'right') => ({
    xAxis: at,
    lineStyle: { color: token(dashed ? '--text-2' : '--text-1'), type: dashed ? 'dashed' : 'solid', width: px(2.5) },
    label: { formatter: text, color: token(colour), align, position: 'end', distance: px(1), fontSize: px(22), fontFamily: token('--font-sans') },
  });
  const option = () => ({
    grid: { left: px(14), right: px(34), top: px(30), bottom: px(28) },
    xAxis: {
      type: 'value', min: AXIS.from, max: AXIS.to, interval: 20,
      axisLabel: {
        fontSize: px(22), fontFamily: token('--font-sans'), color: token('--text-3'),
        formatter: (v: number) => (v % 40 ? '' : `${v === AXIS.from ? '≤' : ''}${v / 10}%`),
      },
      splitLine: { show: false }, axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: token('--line'), width: px(2) } },
    },
    yAxis: { type: 'value', show: false, min: 0, max: Math.max(4, ...steps.map(([, n]) => n)) },
    series: [{
      type: 'custom', data: steps, renderItem: bar, silent: true,
      markLine: {
        silent: true, symbol: 'none', animation: false,
        data: [
          line(900, t.below90(ranking.below90), ranking.below90 > 0 ? '--st-late' : '--text-2', false, 'right'),
          ...(city === null ? [] : [line(Math.max(AXIS.from, city), t.cityRate(perMille(city)), '--text-2', true, city > 960 ? 'right' : 'left')]),
        ],
      },
    }],
  });
  return <Chart className="strip" option={option} stamp={`${t.onTime}${JSON.stringify(steps)}${city}`} />;
}
