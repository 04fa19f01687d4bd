package org.goufu.kernel;

/** News that one module tells the others: ids and versions only, for handlers re-read the latest state. */
public interface DomainEvent {}
