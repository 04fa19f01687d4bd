package org.goufu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.goufu.GoufuIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class ReferenceIT {
    @Autowired
    private Regions regions;

    @Autowired
    private ServiceCategories categories;

    @Autowired
    private Thresholds thresholds;

    @Autowired
    private WorkCalendars calendars;

    @Test
    void holdsEveryRegionDownToTheCommunity() {
        assertThat(regions.level(1)).hasSize(1);
        assertThat(regions.level(2)).hasSize(21);
        assertThat(regions.level(3)).hasSize(183);
        assertThat(regions.level(4)).hasSize(3_111);
        assertThat(regions.level(5)).hasSize(34_412);
    }

    @Test
    void neverShowsTwoPlacesUnderOneName() {
        for (int level = 1; level <= 5; level++) {
            assertThat(regions.level(level).stream().map(Region::fullName)).doesNotHaveDuplicates();
        }
        assertThat(regions.coded("510104022").name()).isEqualTo("成都市 锦江区 春熙路街道");
        assertThat(regions.coded("511002").name()).isEqualTo("内江市 市中区");
    }

    @Test
    void marksWhatNobodyHasComparedWithTheOfficialCatalogue() {
        assertThat(categories.find("A0402"))
                .hasValueSatisfying(category -> assertThat(category.verified()).isFalse());
        assertThat(categories.find("A0402-01"))
                .hasValueSatisfying(category -> assertThat(category.source()).isEqualTo("D"));
        assertThat(categories.path("A0402-01").stream().map(ServiceCategory::code))
                .containsExactly("A", "A04", "A0402", "A0402-01");
    }

    @Test
    void seedsTheLimitsForEveryLevelAsUnverified() {
        for (var region : new String[] {"51", "5101", "510114", "510114008"}) {
            var limit = thresholds.purchaseLimit(region, LocalDate.of(2026, 3, 2));
            assertThat(limit.amountFen()).isEqualTo(50_000_000);
            assertThat(limit.verified()).isFalse();
            assertThat(thresholds.openTender(region, LocalDate.of(2026, 3, 2)).amountFen())
                    .isEqualTo(400_000_000);
        }
    }

    @Test
    void knowsTheCalendarToTheEndOfItsProvisionalYear() {
        var calendar = calendars.current();
        assertThat(calendar.lastDay()).isEqualTo(LocalDate.of(2027, 12, 31));
        assertThat(calendar.firmUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
    }
}
