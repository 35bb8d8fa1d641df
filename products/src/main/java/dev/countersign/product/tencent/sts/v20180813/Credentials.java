package dev.countersign.product.tencent.sts.v20180813;

import dev.countersign.gateway.action.Field;
import dev.countersign.sts.IssuedKey;
import java.time.format.DateTimeFormatter;

/// A temporary key on the wire.
public record Credentials(
        @Field(
                doc = "Token, to be sent with each call.",
                example = "b4xG7yNqPzLw2vTfRkHs9dJm3cQaUe6ZtXo1iYgBnVhWuKpS5rD",
                secret = true)
        String token,

        @Field(doc = "Id of the key.", example = "AKIDtmp1aZr8bYq7cXp6dWn5eVm4fUk3gTj2hSi1kRh0lQg9m")
        String tmpSecretId,

        @Field(doc = "Secret of the key.", example = "n8PfO7qEd6rDc5sCb4tBa3uAz2vZy1wYx0xXw9yWv8z", secret = true)
        String tmpSecretKey) {
    static Credentials of(IssuedKey issued) {
        return new Credentials(
                issued.token().reveal(),
                issued.key().id(),
                issued.key().secret().reveal());
    }

    /// When a key ends, as ISO 8601 has it in UTC.
    static String expiration(IssuedKey issued) {
        return DateTimeFormatter.ISO_INSTANT.format(issued.temporary().expiresAt());
    }
}
