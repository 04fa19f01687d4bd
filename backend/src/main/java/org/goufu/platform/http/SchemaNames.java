package org.goufu.platform.http;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/**
 * Names a schema after its module and its record: {@code PurchaseNoticeHit} beside {@code SearchNoticeHit}, for two modules may
 * call different records by one name.
 */
final class SchemaNames extends TypeNameResolver {
    private static final String ROOT = "org.goufu.";
    private static final String KERNEL = "Kernel";

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        return type.getName().startsWith(ROOT) ? name(type) : super.nameForClass(type, options);
    }

    private static String name(Class<?> type) {
        var words = type.getName()
                .substring(type.getPackageName().length() + 1)
                .replaceFirst("^(\\w+)Controller\\$(?=\\1)", "")
                .replace("Controller$", "")
                .replace("$", "");
        var module = module(type);
        return module.equals(KERNEL) || words.startsWith(module) ? words : module + words;
    }

    private static String module(Class<?> type) {
        var module = type.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", "");
        return Character.toUpperCase(module.charAt(0)) + module.substring(1);
    }
}
