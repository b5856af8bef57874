import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, MarkPointComponent } from 'echarts/components';
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([CustomChart, LineChart, GridComponent, MarkLineComponent, MarkPointComponent, SVGRenderer]);

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** One chart: drawn at once, updated within 400 ms, drawn anew when the screen's size and thus the rem changes. */
export function Chart({ className, option, stamp }: { className: string; option: () => EChartsCoreOption; stamp: string }) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const build = useRef(option);
  build.current = option;
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: 'svg' });
    chart.current = made;
    const redraw = () => {
      made.resize();
      made.setOption(build.current(), true);
    };
    const watcher = new ResizeObserver(redraw);
    watcher.observe(box.current);
    return () => {
      watcher.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption({
      animationDuration: 0,
      animationDurationUpdate: calm.matches ? 0 : 400,
      animationEasingUpdate: 'cubicOut',
      ...build.current(),
    });
  }, [stamp]);
  return <div className={className} ref={box} aria-hidden="true" />;
}
