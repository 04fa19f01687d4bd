package org.goufu.reference;

import java.util.List;
import java.util.Optional;
import org.goufu.kernel.Coded;

/** The guiding catalogue of services, kept in memory. */
public interface ServiceCategories {
    Optional<ServiceCategory> find(String code);

    /** The top level when the parent is empty. */
    List<ServiceCategory> children(String parentCode);

    List<ServiceCategory> path(String code);

    List<ServiceCategory> level(int level);

    Coded coded(String code);

    List<ServiceCategory> named(String text, int limit);
}
