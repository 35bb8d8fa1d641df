package dev.countersign.server.console.html;

/// A drawing of one line, 24 by 24.
///
/// @param path as SVG draws it
public record Icon(String path) {
    /// A compass: finding one's way among actions.
    public static final Icon COMPASS =
            new Icon("M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm3.8 5.2-2.2 5.4-5.4 2.2 2.2-5.4Z");

    /// An envelope: what was sent.
    public static final Icon ENVELOPE = new Icon("M3 6h18v12H3ZM3 7l9 6.5L21 7");

    /// A stethoscope's line: what went wrong.
    public static final Icon PULSE = new Icon("M3 12h4l2.5-6 4 12 2.5-6h5");

    /// Sliders: what a developer sets.
    public static final Icon SLIDERS = new Icon("M4 7h9m4 0h3M4 12h3m4 0h9M4 17h11m4 0h1M13 5v4M9 10v4M17 15v4");

    /// A person: who is who.
    public static final Icon PERSON = new Icon("M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 21c.8-4 4-6 8-6s7.2 2 8 6");
}
