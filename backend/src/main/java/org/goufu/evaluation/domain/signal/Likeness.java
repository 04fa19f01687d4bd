package org.goufu.evaluation.domain.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Answers to one criterion that are alike (第37条第四项).
 *
 * <p>Measured as the part of all pieces of five letters that two answers share (Jaccard), after what stands in the notice was taken away;
 * answers of fewer than {@link #FEWEST} pieces of their own say too little. Measure and threshold are ours [D].
 */
final class Likeness {
    /** Of an answer, beyond the notice's words: about two short sentences more would be chance no longer. */
    static final int FEWEST = 60;

    private static final int SAMPLE = 256;
    /** Five times the error of such a sample: who is below by more is not alike. */
    private static final double MARGIN = 0.16;

    private static final int LONGEST_EXCERPT = 80;
    private static final int PERCENT = 100;

    private final Shingles notice;
    private final double least;

    Likeness(String notice, int percent) {
        this.notice = Shingles.of(notice, Compared.LONGEST);
        this.least = (double) percent / PERCENT;
    }

    private record Own(UUID bid, Shingles text) {}

    /** Criterion by criterion, so that no more than one answer of each bid is in pieces at a time. */
    Stream<Signal> between(List<Compared> bids) {
        var found = new ArrayList<Signal>();
        for (var criterion : criteria(bids)) {
            if (found.size() < Comparison.MOST_PAIRS) found.addAll(between(bids, criterion));
        }
        return found.stream();
    }

    private static List<String> criteria(List<Compared> bids) {
        return bids.stream()
                .flatMap(bid -> bid.answers().stream().map(Compared.Answer::criterion))
                .distinct()
                .toList();
    }

    private List<Signal> between(List<Compared> bids, String criterion) {
        var texts = texts(bids, criterion);
        var found = new ArrayList<Signal>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (found.size() == Comparison.MOST_PAIRS) return found;
                double likeness = likeness(texts.get(i).text(), texts.get(j).text());
                if (likeness >= least) found.add(signal(criterion, texts.get(i), texts.get(j), likeness));
            }
        }
        return found;
    }

    private List<Own> texts(List<Compared> bids, String criterion) {
        SequencedMap<UUID, Shingles> texts = new LinkedHashMap<>();
        for (var bid : bids) {
            for (var answer : bid.answers()) {
                if (answer.criterion().equals(criterion)) {
                    texts.putIfAbsent(bid.bid(), own(answer));
                }
            }
        }
        return texts.entrySet().stream()
                .filter(one -> one.getValue().size() >= FEWEST)
                .map(one -> new Own(one.getKey(), one.getValue()))
                .toList();
    }

    private Shingles own(Compared.Answer answer) {
        return Shingles.of(answer.text(), Shingles.LONGEST_ANSWER).without(notice);
    }

    private double likeness(Shingles one, Shingles other) {
        double guess = one.likeness(other, SAMPLE);
        return guess < least - MARGIN ? guess : one.likeness(other, Integer.MAX_VALUE);
    }

    private static Signal signal(String criterion, Own one, Own other, double likeness) {
        var shared = one.text().longestSharedWith(other.text());
        return new Signal(
                Signal.Kind.SIMILAR_TEXT,
                List.of(one.bid(), other.bid()),
                List.of(criterion, String.valueOf((int) (likeness * PERCENT))),
                shared.length() <= LONGEST_EXCERPT ? shared : shared.substring(0, LONGEST_EXCERPT) + "……");
    }
}
