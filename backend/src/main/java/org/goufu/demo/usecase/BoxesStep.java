package org.goufu.demo.usecase;

import org.goufu.bidding.MissingBoxes;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the boxes of the province's open calls: without one, a department whose call nobody answered could not even say so. */
@Component
class BoxesStep implements DemoStep {
    private final MissingBoxes boxes;

    BoxesStep(MissingBoxes boxes) {
        this.boxes = boxes;
    }

    @Override
    public int order() {
        return 370;
    }

    @Override
    public String name() {
        return "boxes";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        return boxes.make().then();
    }
}
