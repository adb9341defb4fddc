package io.botpit.server.config;

import io.botpit.game.scenario.PriceModel.Recorded.Point;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recorded course from CSV: a line for each price with its second and the price as a decimal; the first line may
 * be a header. Prices count as shares of the first one.
 */
final class CourseFile {
    private static final long BYTES_MAX = 1_000_000;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private CourseFile() {}

    static List<Point> read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new ConfigProblem(file + ": more than " + BYTES_MAX + " bytes");
            }
            return points(file, Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            throw new ConfigProblem(file + ": no such file", e);
        } catch (CharacterCodingException e) {
            throw new ConfigProblem(file + ": must be text in UTF-8", e);
        } catch (IOException e) {
            throw new ConfigProblem(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Point> points(Path file, List<String> lines) {
        List<Point> points = new ArrayList<>();
        BigDecimal first = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean header = i == 0 && !line.isEmpty() && Character.isLetter(line.charAt(0));
            if (line.isEmpty() || header) {
                continue;
            }
            if (!line.matches("\\d{1,9},\\d{1,12}(\\.\\d{1,12})?")) {
                throw problem(file, i, "must be second,price such as 12,1034.50, not '" + line + "'");
            }
            String[] cells = line.split(",", -1);
            BigDecimal price = new BigDecimal(cells[1]);
            first = first == null ? price : first;
            points.add(point(file, i, Long.parseLong(cells[0]), share(price, first)));
        }
        return points;
    }

    private static Point point(Path file, int line, long second, @Nullable BigDecimal ppm) {
        try {
            if (ppm == null) {
                throw new IllegalArgumentException("the first price must not be 0");
            }
            return new Point(second, ppm.longValue());
        } catch (IllegalArgumentException e) {
            throw problem(file, line, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable BigDecimal share(BigDecimal price, BigDecimal first) {
        return first.signum() == 0 ? null : price.multiply(MILLION).divide(first, 0, RoundingMode.HALF_EVEN);
    }

    private static ConfigProblem problem(Path file, int index, String what) {
        return new ConfigProblem(file.getFileName() + ": line " + (index + 1) + ": " + what);
    }
}
