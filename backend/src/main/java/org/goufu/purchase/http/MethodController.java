package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.http.HttpProblem;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.MethodGround;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.usecase.OfferMethods;
import org.goufu.purchase.usecase.OfferMethods.Offer;
import org.goufu.purchase.usecase.OfferMethods.Offered;
import org.goufu.reference.Regions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The methods that an officer may choose from, with what each asks for. */
@RestController
class MethodController {
    private final OfferMethods offer;
    private final Regions regions;
    private final Words words;

    MethodController(OfferMethods offer, Regions regions, Words words) {
        this.offer = offer;
        this.regions = regions;
        this.words = words;
    }

    /**
     * What holds in a region today.
     *
     * @param purchaseLimitFen from this amount on a statutory method is needed
     * @param openTenderFen from this amount on any other than the open tender needs an approval
     * @param limitsVerified whether a person compared both with the official text
     * @param media that may publish a notice above the purchase limit first
     */
    record MethodOffer(
            long purchaseLimitFen,
            long openTenderFen,
            boolean limitsVerified,
            List<String> media,
            List<MethodView> methods) {}

    /**
     * A method.
     *
     * @param scored whether bids are compared by points; else the lowest price wins
     * @param noticeWorkingDays how long its notice stands
     * @param offerWorkingDays how long its documents must be on offer; 0 where the law does not say
     */
    record MethodView(
            ProcurementMethod method,
            String name,
            boolean statutory,
            boolean scored,
            int noticeWorkingDays,
            int offerWorkingDays,
            List<GroundView> grounds,
            BidPlace bidPlace) {}

    /** Why a method may be used. */
    record GroundView(MethodGround ground, String name, String basis) {}

    @GetMapping("/api/procurement-methods")
    @Operation(summary = "The methods that can be published from here, with the amounts of a region")
    Mono<MethodOffer> offered(@RequestParam("region") String region, Locale locale) {
        if (regions.find(region).isEmpty()) {
            throw HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of("region", "invalid")), "region");
        }
        return offer.in(region).map(found -> view(found, locale));
    }

    private MethodOffer view(Offer found, Locale locale) {
        return new MethodOffer(
                found.purchaseLimit().amountFen(),
                found.openTender().amountFen(),
                found.purchaseLimit().verified() && found.openTender().verified(),
                found.media(),
                found.methods().stream().map(one -> method(one, locale)).toList());
    }

    private MethodView method(Offered offered, Locale locale) {
        var call = offered.call();
        var method = call.method();
        return new MethodView(
                method,
                words.text("method." + method, locale),
                !method.isBelowLimit(),
                call.scored(),
                call.noticeWorkingDays(),
                call.offerWorkingDays(),
                MethodGround.of(method).stream()
                        .map(ground -> new GroundView(ground, words.text("ground." + ground, locale), ground.basis()))
                        .toList(),
                offered.bidPlace());
    }
}
