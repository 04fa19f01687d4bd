package org.goufu.reference.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.goufu.kernel.Coded;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.ServiceCategory;
import org.jspecify.annotations.Nullable;

/** The whole catalogue of services in memory; never changes once built. */
public final class CategoryTree implements ServiceCategories {
    private static final String OTHER = "其他";

    private final Map<String, ServiceCategory> byCode;
    private final Map<String, List<ServiceCategory>> byParent;

    /** A node as it is imported. */
    public record Node(String code, @Nullable String parent, int level, String name, String mark, boolean verified) {}

    private CategoryTree(Map<String, ServiceCategory> byCode, Map<String, List<ServiceCategory>> byParent) {
        this.byCode = byCode;
        this.byParent = byParent;
    }

    public static CategoryTree of(Collection<Node> nodes) {
        var childCounts = new HashMap<String, Integer>();
        nodes.forEach(node -> childCounts.merge(node.parent() == null ? "" : node.parent(), 1, Integer::sum));
        var byCode = new TreeMap<String, ServiceCategory>();
        var byParent = new HashMap<String, List<ServiceCategory>>();
        nodes.stream().sorted(Comparator.comparing(Node::code)).forEach(node -> {
            var category = new ServiceCategory(
                    node.code(),
                    node.name(),
                    node.level(),
                    node.parent(),
                    childCounts.getOrDefault(node.code(), 0),
                    node.mark(),
                    node.verified());
            byCode.put(category.code(), category);
            byParent.computeIfAbsent(node.parent() == null ? "" : node.parent(), key -> new ArrayList<>())
                    .add(category);
        });
        return new CategoryTree(byCode, byParent);
    }

    @Override
    public Optional<ServiceCategory> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public List<ServiceCategory> children(String parentCode) {
        return List.copyOf(byParent.getOrDefault(parentCode, List.of()));
    }

    @Override
    public List<ServiceCategory> path(String code) {
        var path = new ArrayList<ServiceCategory>();
        for (var node = byCode.get(code);
                node != null;
                node = node.parent() == null ? null : byCode.get(node.parent())) {
            path.addFirst(node);
        }
        return List.copyOf(path);
    }

    @Override
    public List<ServiceCategory> level(int level) {
        return byCode.values().stream().filter(node -> node.level() == level).toList();
    }

    /** Eighteen nodes are called 其他: those carry their parent's name, so that no two of them look the same. */
    @Override
    public Coded coded(String code) {
        var node = byCode.get(code);
        if (node == null) {
            return new Coded(code, code);
        }
        var parent = node.parent() == null ? null : byCode.get(node.parent());
        return new Coded(code, node.name().equals(OTHER) && parent != null ? parent.name() + " " + OTHER : node.name());
    }

    @Override
    public List<ServiceCategory> named(String text, int limit) {
        return byCode.values().stream()
                .filter(node -> node.name().contains(text))
                .sorted(Comparator.comparing(
                                (ServiceCategory node) -> !node.name().startsWith(text))
                        .thenComparingInt(ServiceCategory::level))
                .limit(limit)
                .toList();
    }
}
