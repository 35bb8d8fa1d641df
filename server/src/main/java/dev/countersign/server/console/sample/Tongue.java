package dev.countersign.server.console.sample;

/// What code is written in.
public enum Tongue {
    /// Java.
    JAVA("java", "Java"),
    /// Python.
    PYTHON("python", "Python"),
    /// JavaScript for Node.js.
    NODE("node", "Node.js"),
    /// Go.
    GO("go", "Go"),
    /// PHP.
    PHP("php", "PHP"),
    /// C#.
    CSHARP("csharp", "C#"),
    /// A shell script around curl.
    CURL("curl", "curl"),
    /// Tencent Cloud's command line.
    TCCLI("tccli", "tccli"),
    /// Alibaba Cloud's command line.
    ALIYUN("aliyun", "aliyun");

    private final String word;
    private final String name;

    Tongue(String word, String name) {
        this.word = word;
        this.name = name;
    }

    /// Its name in addresses and files.
    public String word() {
        return word;
    }

    /// Its name for a person.
    public String title() {
        return name;
    }

    /// A text as a literal, whatever it holds.
    String quoted(String text) {
        return switch (this) {
            case CURL, TCCLI, ALIYUN -> "'" + text.replace("'", "'\\''") + "'";
            case PHP -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
            case JAVA, PYTHON, NODE, GO, CSHARP -> doubled(text);
        };
    }

    private String doubled(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            literal.append(
                    switch (one) {
                        case '"' -> "\\\"";
                        case '\\' -> "\\\\";
                        case '\n' -> "\\n";
                        case '\r' -> "\\r";
                        case '\t' -> "\\t";
                        default -> one < ' ' || one == 0x7f ? escaped(one) : String.valueOf(one);
                    });
        }
        return literal.append('"').toString();
    }

    /// Java replaces its Unicode escapes before it reads literals, so that one could end the line: it has octal ones.
    private String escaped(char control) {
        return this == JAVA ? String.format("\\%03o", (int) control) : String.format("\\u%04x", (int) control);
    }

    /// A JSON document as a literal over several lines; for JavaScript as itself.
    ///
    /// @param json without a line break inside of a string, which JSON never has
    String document(String json) {
        return switch (this) {
            case NODE -> json;
            case JAVA -> "\"\"\"\n" + json.replace("\\", "\\\\") + "\"\"\"";
            case PYTHON -> "r\"\"\"\n" + json + "\n\"\"\"";
            case GO -> "`" + json.replace("`", "\\u0060") + "`";
            case PHP -> "<<<'JSON'\n" + json + "\nJSON";
            case CSHARP -> "\"\"\"\n" + json + "\n\"\"\"";
            case CURL, TCCLI, ALIYUN -> quoted(json);
        };
    }
}
