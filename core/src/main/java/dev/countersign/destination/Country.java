package dev.countersign.destination;

/// A country or territory that can be dialled.
///
/// @param iso2 ISO 3166-1 alpha-2, upper case
/// @param iso3 ISO 3166-1 alpha-3, upper case; empty where ISO has none
/// @param countryCode its dialling code, without plus
/// @param englishName its name in English
/// @param chineseName its name in simplified Chinese
public record Country(String iso2, String iso3, String countryCode, String englishName, String chineseName) {}
