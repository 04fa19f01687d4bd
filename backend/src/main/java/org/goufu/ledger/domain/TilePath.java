package org.goufu.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which tile of a level is meant, as addresses write it (C2SP tlog-tiles).
 *
 * @param index counted from the left
 * @param width how many hashes of the tile are asked for: 256, or fewer at the growing end of the log
 */
public record TilePath(long index, int width) {
    public static final int WIDTH = 256;

    private static final Pattern FORM = Pattern.compile("((?:x[0-9]{3}/){0,4})([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final int GROUP = 1_000;

    /** Throws {@link IllegalArgumentException} when no tile is written so. */
    public static TilePath read(String path) {
        var form = FORM.matcher(path);
        if (!form.matches()) throw new IllegalArgumentException("not a tile: " + path);
        var index = Long.parseLong(form.group(1).replaceAll("[x/]", "") + form.group(2));
        var tile = new TilePath(index, form.group(3) == null ? WIDTH : Integer.parseInt(form.group(3)));
        // Each tile has one address, else caches would keep it twice.
        if (form.group(3) != null && tile.width >= WIDTH || !tile.text().equals(path)) {
            throw new IllegalArgumentException("not a tile: " + path);
        }
        return tile;
    }

    /** The tiles of a level of {@code size} hashes, the last of which may be partial. */
    public static List<TilePath> of(long size) {
        var tiles = new ArrayList<TilePath>();
        for (long first = 0; first < size; first += WIDTH) {
            tiles.add(new TilePath(first / WIDTH, (int) Math.min(WIDTH, size - first)));
        }
        return tiles;
    }

    public long first() {
        return index * WIDTH;
    }

    public long end() {
        return first() + width;
    }

    public String text() {
        var text = new StringBuilder("%03d".formatted(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            text.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        return width == WIDTH
                ? text.toString()
                : text.append(".p/").append(width).toString();
    }
}
