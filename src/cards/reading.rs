//! A strict reader of HTML fragments: what is not nested, quoted and escaped as it should be is a
//! panic that says where.

/// An element, or a text where it has no name.
#[derive(Debug, Default)]
pub struct Node {
    /// Of the element; empty for a text.
    pub name: String,
    /// Name and value, in order.
    pub attributes: Vec<(String, String)>,
    /// What it holds.
    pub inside: Vec<Node>,
    /// The text, where it is one.
    pub said: String,
}

impl Node {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(n, _)| n == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Itself and everything in it.
    pub fn below(&self) -> Vec<&Node> {
        let mut all = vec![self];
        all.extend(self.inside.iter().flat_map(Node::below));
        all
    }

    /// All text in it.
    pub fn text(&self) -> String {
        let inside: String = self.inside.iter().map(Node::text).collect();
        self.said.clone() + &inside
    }

    /// Every address in it.
    pub fn links(&self) -> Vec<String> {
        let all = self.below();
        let links = all.iter().filter_map(|n| n.attribute("href"));
        links.map(str::to_owned).collect()
    }
}

/// The text of a node, a space for every gap.
pub fn words(node: &Node) -> String {
    node.text().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a fragment.
pub fn read(source: &str) -> Vec<Node> {
    let mut open = vec![Node::default()];
    let mut rest = source;
    while let Some((before, after)) = rest.split_once('<') {
        add_text(&mut open, before);
        let (tag, next) = after.split_once('>').expect("a tag is not closed");
        rest = next;
        if let Some(name) = tag.strip_prefix('/') {
            let node = open.pop().unwrap();
            assert_eq!(node.name, name, "closed before it was opened");
            open.last_mut().expect("closed too often").inside.push(node);
            continue;
        }
        open.push(element(tag));
    }
    add_text(&mut open, rest);
    assert_eq!(
        open.len(),
        1,
        "`{}` is not closed",
        open.last().unwrap().name
    );
    open.pop().unwrap().inside
}

fn element(tag: &str) -> Node {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(
        name.bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            && !name.is_empty(),
        "<{tag}>"
    );
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !rest.is_empty() {
        let (name, after) = rest.split_once("=\"").expect("an attribute without quotes");
        let (value, after) = after.split_once('"').expect("a value without its end");
        assert!(!attributes.iter().any(|(n, _)| n == name), "{name} twice");
        attributes.push((name.to_owned(), unescaped(value)));
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    Node {
        name: name.to_owned(),
        attributes,
        ..Node::default()
    }
}

fn add_text(open: &mut [Node], raw: &str) {
    assert!(!raw.contains('>'), "an open angle: {raw}");
    if !raw.is_empty() {
        let said = unescaped(raw);
        let node = Node {
            said,
            ..Node::default()
        };
        open.last_mut().unwrap().inside.push(node);
    }
}

fn unescaped(raw: &str) -> String {
    let mut out = String::new();
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, next) = after.split_once(';').expect("an open reference");
        out.push_str(match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            other => panic!("&{other};"),
        });
        rest = next;
    }
    out + rest
}
