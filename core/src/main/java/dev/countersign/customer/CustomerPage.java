package dev.countersign.customer;

import java.util.List;

/// One page of a partner's customers, and how many there are in all, both of the same moment.
///
/// @param uins the customers on this page, by UIN
/// @param total how many the partner has
public record CustomerPage(List<Long> uins, int total) {}
