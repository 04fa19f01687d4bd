package org.goufu.opendata.sql;

import org.goufu.kernel.Coded;

/**
 * The figures of one region, everything under it included.
 *
 * @param itself bodies that stand at this region and in no smaller one: such a row completes a list of the regions below it
 * @param streets streets and townships that exist
 * @param federatedStreets those with a federation on the register
 * @param registered legal persons on the register, federations among them
 * @param filed groups with a valid filing
 * @param active of both, those with an activity in the twelve months before
 * @param activeGroups filed groups among the active
 * @param serving filed groups with an activity for others in the three months before
 * @param unfederated filed groups that are in no federation
 */
public record RegionIndicators(
        Coded region,
        int level,
        boolean itself,
        int streets,
        int federatedStreets,
        int registered,
        int filed,
        int active,
        int activeGroups,
        int serving,
        int unfederated,
        CommunityProgress urban,
        CommunityProgress rural) {}
