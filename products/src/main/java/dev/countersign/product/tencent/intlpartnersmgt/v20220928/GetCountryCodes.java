package dev.countersign.product.tencent.intlpartnersmgt.v20220928;

import dev.countersign.destination.NumberingPlan;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import java.util.List;

/// `GetCountryCodes`: every country and territory that can be dialled.
public final class GetCountryCodes implements Action<GetCountryCodes.Request, GetCountryCodes.Response> {
    /// It has no parameters.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(doc = "The countries and regions.") List<CountryCodeItem> data) {}

    /// One country or region. `IOS2` and `IOS3` are spelled so on the wire.
    public record CountryCodeItem(
            @Field(doc = "English name.", example = "Hong Kong")
            String enName,

            @Field(doc = "Chinese name.", example = "中国香港特别行政区")
            String name,

            @Field(doc = "ISO 3166-1 alpha-2 code.", name = "IOS2", example = "HK")
            String ios2,

            @Field(doc = "ISO 3166-1 alpha-3 code.", name = "IOS3", example = "HKG")
            String ios3,

            @Field(doc = "Dialling code, without plus.", example = "852")
            String code) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetCountryCodes", Request.class, Response.class)
            .summary("Lists the countries and regions with their dialling codes.")
            .perSecond(5)
            .catalogues("InternalError", "Internal error.")
            .build();

    private final NumberingPlan plan;

    /// @param plan knows the countries
    public GetCountryCodes(NumberingPlan plan) {
        this.plan = plan;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response(plan.countries().stream()
                .map(country -> new CountryCodeItem(
                        country.englishName(),
                        country.chineseName(),
                        country.iso2(),
                        country.iso3(),
                        country.countryCode()))
                .toList());
    }
}
