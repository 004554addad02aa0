package io.pacelight.bench.report;

import io.pacelight.bench.lane.Measured;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler;

/** The lanes as bars, on a scale of powers of ten, since the limits are far above the rest. */
public final class Picture {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    private Picture() {}

    /** Writes {@code lanes.svg} into the folder, if any lane ran. */
    public static void write(Report report, Path folder) throws IOException {
        Map<String, Measured> medians = report.medians();
        if (medians.isEmpty()) return;
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Attempts per second, each lane alone in a box of its own")
                .yAxisTitle("attempts per second")
                .theme(Styler.ChartTheme.GGPlot2)
                .build();
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(1.0); // bars begin at 0 otherwise, which has no logarithm
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        chart.getStyler().setAvailableSpaceFill(0.6);
        List<String> lanes = new ArrayList<>(medians.keySet());
        List<Double> perSecond = medians.values().stream()
                .map(each -> (double) Math.max(1, Math.round(each.perSecond())))
                .toList();
        chart.addSeries("attempts per second", lanes, perSecond).setFillColor(new Color(0x2F, 0x6F, 0x8F));
        VectorGraphicsEncoder.saveVectorGraphic(
                chart, folder.resolve("lanes.svg").toString(), VectorGraphicsFormat.SVG);
    }
}
