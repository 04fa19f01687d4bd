package org.goufu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.goufu.kernel.Ids;
import org.springframework.web.bind.annotation.RestController;

/** The walls inside modules, as house.md draws them. */
final class Walls {
    private static final String DOORS = "org.goufu.*";
    private static final String PLANTED = "planted";
    private static final Set<String> NOW_READERS =
            Set.of(Instant.class.getName(), LocalDate.class.getName(), LocalDateTime.class.getName());

    private Walls() {}

    record Named(String name, ArchRule rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> rules() {
        return Stream.of(
                new Named("the domain knows nothing but words", domainIsPlain()),
                new Named("use cases know no edge", useCasesKnowNoEdge()),
                new Named("http reads through queries only", httpReadsThroughQueries()),
                new Named("http leaves deciding to use cases", httpLeavesDeciding()),
                new Named("R2DBC stays in sql rooms", r2dbcStaysInSql()),
                new Named("Elasticsearch stays in search", elasticsearchStaysInSearch()),
                new Named("nobody blocks", nobodyBlocks()),
                new Named("nobody reads a clock of his own", nobodyReadsAClock()),
                new Named("controllers are package-private and in http", controllersArePrivate()));
    }

    private static ArchRule domainIsPlain() {
        return classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "javax.crypto..", "org.bouncycastle..", "org.jspecify..", "..domain..", DOORS));
    }

    private static ArchRule useCasesKnowNoEdge() {
        return noClasses()
                .that()
                .resideInAPackage("..usecase..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("..http..", "..sql..", "io.r2dbc..", "org.springframework.web..")
                                .and(DescribedPredicate.not(resideInAPackage("org.goufu.platform.http.."))));
    }

    private static ArchRule httpReadsThroughQueries() {
        return noClasses()
                .that()
                .resideInAPackage("..http..")
                .and()
                .resideOutsideOfPackage("org.goufu.platform..")
                .should()
                .dependOnClassesThat(resideInAPackage("..sql..").and(describe("stores", Walls::isStore)));
    }

    private static boolean isStore(JavaClass type) {
        return type.getSimpleName().startsWith("Sql");
    }

    private static ArchRule httpLeavesDeciding() {
        return noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat(resideInAPackage("org.goufu.platform.database.."));
    }

    private static ArchRule r2dbcStaysInSql() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..sql..", "org.goufu.platform..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc.."));
    }

    private static ArchRule elasticsearchStaysInSearch() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.goufu.search..")
                .should()
                .dependOnClassesThat(resideInAPackage("co.elastic.."));
    }

    private static ArchRule nobodyBlocks() {
        return noClasses()
                .should()
                .callMethodWhere(target(describe(
                        "block",
                        (AccessTarget call) -> (call.getName().startsWith("block")
                                        || call.getName().equals("toIterable")
                                        || call.getName().equals("toStream"))
                                && call.getOwner().getPackageName().startsWith("reactor.core"))));
    }

    private static ArchRule nobodyReadsAClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.goufu.platform.time..")
                // Ids sort by the moment they were made, roughly: nothing is decided by it.
                .and()
                .doNotHaveFullyQualifiedName(Ids.class.getName())
                .should()
                .callMethodWhere(describe("a clock", (JavaAccess<?> call) -> {
                    var owner = call.getTargetOwner().getName();
                    return NOW_READERS.contains(owner) && call.getName().equals("now")
                            || owner.equals(Clock.class.getName())
                                    && call.getName().startsWith("system")
                            || owner.equals(System.class.getName())
                                    && call.getName().equals("currentTimeMillis");
                }));
    }

    private static ArchRule controllersArePrivate() {
        return classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage("..http..")
                .andShould()
                .notHaveModifier(JavaModifier.PUBLIC);
    }

    static String plantedPackage() {
        return PLANTED;
    }
}
