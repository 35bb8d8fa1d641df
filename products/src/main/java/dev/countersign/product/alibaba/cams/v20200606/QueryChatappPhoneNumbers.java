package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.migration.Numbers;
import dev.countersign.migration.Space;
import dev.countersign.migration.Spaces;
import dev.countersign.refusal.SpaceUnknown;
import dev.countersign.tenant.Caller;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `QueryChatappPhoneNumbers`: the numbers of a space, or of all spaces.
public final class QueryChatappPhoneNumbers implements Action<QueryChatappPhoneNumbers.Request, NumberList> {
    /// How many numbers it lists at the most, so that an account of many spaces gets an answer.
    static final int MOST = 1000;

    private static final String UNRATED = "UNKNOWN";

    /// Its parameters.
    public record Request(
            @Field(
                    doc = "Taken and ignored: there are no resellers' authorisations here.",
                    example = "aksik93kdkkxmwol9")
            @Nullable String isvCode,

            @Field(
                    doc = "The space; all of the account, the first 1,000 numbers, when not given.",
                    example = "cams-dev-1")
            @Nullable String custSpaceId,

            @Field(
                    doc = "Only numbers of this `Status` or `CodeVerificationStatus`, in any case.",
                    example = "VERIFIED")
            @Nullable String status) {}

    private static final ActionSpec<Request, NumberList> SPEC = ActionSpec.action(
                    "QueryChatappPhoneNumbers", Request.class, NumberList.class)
            .summary("Lists the numbers of a space or of all spaces.")
            .perSecond(Cams.PER_SECOND)
            .answers(SpaceUnknown.class)
            .publishes(CamsCodes.READING)
            .build();

    private final Spaces spaces;
    private final Numbers numbers;

    /// @param spaces knows the account's spaces
    /// @param numbers lists numbers
    QueryChatappPhoneNumbers(Spaces spaces, Numbers numbers) {
        this.spaces = spaces;
        this.numbers = numbers;
    }

    @Override
    public ActionSpec<Request, NumberList> spec() {
        return SPEC;
    }

    @Override
    public NumberList perform(Context context, Request request) {
        Caller caller = context.caller();
        String wanted = request.status();
        String given = request.custSpaceId();
        Stream<String> of = given == null ? spaces.of(caller).stream().map(Space::id) : Stream.of(given);
        return NumberList.of(
                of.flatMap(space -> numbers.of(caller, space).stream())
                        .map(number -> NumberList.Item.of(number, numbers, UNRATED))
                        .filter(item -> wanted == null || item.has(wanted))
                        .limit(MOST)
                        .toList(),
                Cams.SUCCESS);
    }
}
