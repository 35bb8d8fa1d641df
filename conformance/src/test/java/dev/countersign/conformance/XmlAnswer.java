package dev.countersign.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// An answer in XML as a map, as a client of the old SDK reads it.
final class XmlAnswer {
    private XmlAnswer() {}

    /// @param root what the answer's outer element is called
    static Map<String, ?> read(String root, String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element document = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            if (!document.getTagName().equals(root)) {
                throw new IllegalArgumentException(root + " is called " + document.getTagName());
            }
            return fields(document);
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new IllegalArgumentException(xml, broken);
        }
    }

    private static Map<String, Object> fields(Element element) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Element child : children(element)) {
            Object value = children(child).isEmpty() ? child.getTextContent() : fields(child);
            // A list is an element that is repeated.
            fields.merge(
                    child.getTagName(),
                    value,
                    (one, next) -> Stream.concat(
                                    one instanceof List<?> list ? list.stream() : Stream.of(one), Stream.of(next))
                            .toList());
        }
        return fields;
    }

    private static List<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
