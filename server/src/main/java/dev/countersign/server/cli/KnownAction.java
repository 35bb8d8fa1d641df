package dev.countersign.server.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A published action, as the command line knows it without a server.
///
/// @param dialect whose wire it is on
/// @param product the product that it belongs to
/// @param version that product's version
/// @param name its name
/// @param method the HTTP method
/// @param path the path, with parameters in braces on our own API
/// @param parameters what it takes
record KnownAction(
        String dialect,
        String product,
        String version,
        String name,
        String method,
        String path,
        List<Parameter> parameters) {
    private static final int BEFORE_PARAMETERS = 6;

    /// Copies the parameters.
    KnownAction {
        parameters = List.copyOf(parameters);
    }

    /// A parameter.
    ///
    /// @param path its name with those of the objects around it, as `Filter.Name`
    /// @param type `string`, `integer`, `boolean` or `object`: of its items when it is a list
    record Parameter(String path, String type, boolean list, boolean required) {
        private static Parameter of(String word) {
            int colon = word.indexOf(':');
            boolean required = word.endsWith("!");
            String type = word.substring(colon + 1, word.length() - (required ? 1 : 0));
            boolean list = type.endsWith("[]");
            return new Parameter(
                    word.substring(0, colon),
                    list ? type.substring(0, type.length() - "[]".length()) : type,
                    list,
                    required);
        }

        /// The same as a word, as `Names:string[]!`.
        String word() {
            return path + ":" + type + (list ? "[]" : "") + (required ? "!" : "");
        }
    }

    /// Reads one from a line of `actions.txt`.
    static KnownAction of(String line) {
        String[] words = line.split(" ");
        return new KnownAction(
                words[0],
                words[1],
                words[2],
                words[3],
                words[4],
                words[5],
                Arrays.stream(words).skip(BEFORE_PARAMETERS).map(Parameter::of).toList());
    }

    /// Whether it is one of our own API's, which bears a key instead of signing.
    boolean own() {
        return dialect.equals("rest");
    }

    /// The parameter of that path.
    Optional<Parameter> parameter(String wanted) {
        return parameters.stream().filter(one -> one.path().equals(wanted)).findFirst();
    }

    /// Which one it is, as `sts 2018-08-13 (tencent)`.
    String place() {
        return product + " " + version + " (" + dialect + ")";
    }
}
