package dev.countersign.server.config;

/// One carrier.
///
/// @param name its name
/// @param common what carriers of every kind have
/// @param details what only those of its kind have
public record CarrierConfig(String name, CarrierCommon common, CarrierDetails details) {}
