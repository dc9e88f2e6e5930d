package dev.millrace.local.demo.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A day of a shop as the UCI Online Retail data set publishes it, a row a line. Lines are read one by one, so that an
 * unbalanced quote costs its own line and not the rest of the file.
 */
public record RetailFile(List<RetailRow> rows, List<MalformedRow> malformed) {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    private static final int COLUMNS = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** A line that is no row, and why. */
    public record MalformedRow(Path file, int line, String reason) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + reason;
        }
    }

    /**
     * Reads files in the order given.
     *
     * @throws IllegalArgumentException if a file cannot be read or is none of a shop's, with a sentence for the user
     */
    public static RetailFile read(List<Path> files) {
        var rows = new ArrayList<RetailRow>();
        var malformed = new ArrayList<MalformedRow>();
        files.forEach(file -> read(file, rows, malformed));
        return new RetailFile(List.copyOf(rows), List.copyOf(malformed));
    }

    private static void read(Path file, List<RetailRow> rows, List<MalformedRow> malformed) {
        var lines = linesOf(file);
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new IllegalArgumentException(file + " is no retail file: its first line must be " + HEADER);
        }
        for (int number = 2; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (line.isBlank()) {
                continue;
            }
            try {
                rows.add(row(line));
            } catch (MalformedException e) {
                malformed.add(new MalformedRow(file, number, e.reason));
            }
        }
    }

    private static List<String> linesOf(Path file) {
        // new String replaces bytes that are not UTF-8: a strange character in a description is no reason to lose a
        // file
        try (Stream<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()) {
            return lines.collect(Collectors.toList());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static RetailRow row(String line) throws MalformedException {
        var columns = columns(line);
        return new RetailRow(
                required(columns, 0, "invoice number"),
                required(columns, 1, "stock code"),
                optional(columns, 2),
                quantity(columns.get(3)),
                time(columns.get(4)),
                price(columns.get(5)),
                Optional.ofNullable(optional(columns, 6)).map(RetailFile::withoutFraction),
                optional(columns, 7));
    }

    private static CSVRecord columns(String line) throws MalformedException {
        try (var parser = CSVFormat.DEFAULT.parse(new java.io.StringReader(line))) {
            var columns = parser.iterator().next();
            if (columns.size() != COLUMNS) {
                throw new MalformedException(columns.size() + " columns instead of " + COLUMNS);
            }
            return columns;
        } catch (UncheckedIOException | IOException e) {
            throw new MalformedException("no valid CSV: " + e.getMessage());
        }
    }

    private static String required(CSVRecord columns, int column, String what) throws MalformedException {
        var value = optional(columns, column);
        if (value == null) {
            throw new MalformedException("no " + what);
        }
        return value;
    }

    private static @Nullable String optional(CSVRecord columns, int column) {
        var value = columns.get(column).strip();
        return value.isEmpty() ? null : value;
    }

    private static int quantity(String text) throws MalformedException {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new MalformedException("the quantity '" + text + "' is no whole number");
        }
    }

    private static BigDecimal price(String text) throws MalformedException {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new MalformedException("the unit price '" + text + "' is no number");
        }
    }

    private static LocalDateTime time(String text) throws MalformedException {
        try {
            return LocalDateTime.parse(text.strip(), TIME);
        } catch (DateTimeParseException e) {
            throw new MalformedException("the invoice date '" + text + "' is not of the form yyyy-MM-dd HH:mm:ss");
        }
    }

    /** The data set writes customer 17850 as 17850.0. */
    private static String withoutFraction(String customer) {
        return customer.endsWith(".0") ? customer.substring(0, customer.length() - 2) : customer;
    }

    private static final class MalformedException extends Exception {
        final String reason;

        MalformedException(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
