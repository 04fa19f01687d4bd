package org.goufu.reference.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.goufu.kernel.Coded;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;

/** The whole tree of regions in memory; never changes once built. */
public final class RegionTree implements Regions {
    private static final int PROVINCE = 1;
    private static final int LEVELS = 5;

    private final Map<String, Region> byCode;
    private final Map<String, List<Region>> byParent;
    private final List<List<Region>> byLevel;

    /** A node as it is imported. */
    public record Node(String code, @Nullable String parent, int level, String name) {}

    private RegionTree(Map<String, Region> byCode, Map<String, List<Region>> byParent, List<List<Region>> byLevel) {
        this.byCode = byCode;
        this.byParent = byParent;
        this.byLevel = byLevel;
    }

    public static RegionTree of(Collection<Node> nodes) {
        var childCounts = new HashMap<String, Integer>();
        nodes.forEach(node -> childCounts.merge(node.parent() == null ? "" : node.parent(), 1, Integer::sum));
        var byCode = new HashMap<String, Region>(nodes.size() * 2);
        var byParent = new HashMap<String, List<Region>>();
        var byLevel = new ArrayList<List<Region>>();
        for (int level = 0; level <= LEVELS; level++) {
            byLevel.add(new ArrayList<>());
        }
        // From the top down, so that a parent's full name is there before its children's.
        nodes.stream()
                .sorted(Comparator.comparingInt(Node::level).thenComparing(Node::code))
                .forEach(node -> {
                    var parent = node.parent() == null ? null : byCode.get(node.parent());
                    var region = new Region(
                            node.code(),
                            node.name(),
                            node.level(),
                            node.parent(),
                            childCounts.getOrDefault(node.code(), 0),
                            fullName(node, parent));
                    byCode.put(region.code(), region);
                    byParent.computeIfAbsent(node.parent() == null ? "" : node.parent(), key -> new ArrayList<>())
                            .add(region);
                    byLevel.get(node.level()).add(region);
                });
        return new RegionTree(byCode, byParent, byLevel);
    }

    /** The province is left out: every place of the platform lies in it. */
    private static String fullName(Node node, @Nullable Region parent) {
        return parent == null || parent.level() == PROVINCE ? node.name() : parent.fullName() + " " + node.name();
    }

    @Override
    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public List<Region> children(String parentCode) {
        return List.copyOf(byParent.getOrDefault(parentCode, List.of()));
    }

    @Override
    public List<Region> path(String code) {
        var path = new ArrayList<Region>(LEVELS);
        for (var region = byCode.get(code);
                region != null;
                region = region.parent() == null ? null : byCode.get(region.parent())) {
            path.addFirst(region);
        }
        return List.copyOf(path);
    }

    @Override
    public List<Region> level(int level) {
        return level < 1 || level > LEVELS ? List.of() : List.copyOf(byLevel.get(level));
    }

    @Override
    public Coded coded(String code) {
        var region = byCode.get(code);
        return new Coded(code, region == null ? code : region.fullName());
    }

    @Override
    public List<Region> named(String text, int limit) {
        return byLevel.stream()
                .flatMap(List::stream)
                .filter(region -> region.name().contains(text))
                .sorted(Comparator.comparing((Region region) -> !region.name().startsWith(text))
                        .thenComparingInt(Region::level))
                .limit(limit)
                .toList();
    }
}
