//! What the links show of the results: the last column, the form, the rungs, the boxes looked at,
//! and the part of the picture in sight.

use incidents::model::Rung;

/// What stands in the last column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Far {
    /// Whom it befell.
    #[default]
    Victim,
    /// Vulnerabilities that claims name.
    Vulnerability,
    /// Techniques that a source states for the entry.
    Technique,
    /// Countries of the offices where the way in begins.
    Country,
    /// Who published the sources.
    Source,
}

impl Far {
    /// Every one, in the order they are offered.
    pub const ALL: [Far; 5] = [
        Far::Victim,
        Far::Vulnerability,
        Far::Technique,
        Far::Country,
        Far::Source,
    ];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            Far::Victim => "victim",
            Far::Vulnerability => "vulnerability",
            Far::Technique => "technique",
            Far::Country => "country",
            Far::Source => "source",
        }
    }
}

/// How the links are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Layered columns.
    Columns,
    /// A free network.
    Network,
}

impl Form {
    /// Both, in the order they are offered.
    pub const ALL: [Form; 2] = [Form::Columns, Form::Network];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            Form::Columns => "columns",
            Form::Network => "network",
        }
    }
}

/// The links' part of the address:
/// `far=technique&form=network&hide=press,coding&focus=actor:tick&to=entry:nec-2016&zoom=250,500,300`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// The last column.
    pub far: Far,
    /// The form, where one was chosen; otherwise the number of lines decides.
    pub form: Option<Form>,
    /// Rungs that are not drawn, each once.
    pub hidden: Vec<Rung>,
    /// The box whose neighbours stand out, and the box a path leads to from there.
    pub ends: [Option<String>; 2],
    /// How large the picture is seen, in per cent of its window's width, and which point of it is
    /// in the middle, in thousandths of its width and height.
    pub zoom: Option<[u16; 3]>,
}

impl Links {
    /// Takes a key of the address; false where it means nothing, or not all of it does.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        let end = |end: &mut Option<String>| {
            *end = (!value.is_empty()).then(|| value.to_owned());
            end.is_some()
        };
        match key {
            "far" => {
                let known = Far::ALL.into_iter().find(|far| far.word() == value);
                self.far = known.unwrap_or_default();
                known.is_some()
            }
            "form" => {
                self.form = Form::ALL.into_iter().find(|form| form.word() == value);
                self.form.is_some()
            }
            "hide" => {
                let named = |rung: &&Rung| value.split(',').any(|word| word == rung.word());
                self.hidden = Rung::ALL.iter().filter(named).copied().collect();
                value.split(',').count() == self.hidden.len()
            }
            "focus" => end(&mut self.ends[0]),
            "to" => end(&mut self.ends[1]),
            "zoom" => {
                self.zoom = zoom(value);
                self.zoom.is_some()
            }
            _ => false,
        }
    }

    /// Keys and values for the address; what is as by itself is left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if self.far != Far::default() {
            pairs.push(("far", self.far.word().to_owned()));
        }
        pairs.extend(self.form.map(|form| ("form", form.word().to_owned())));
        if !self.hidden.is_empty() {
            let words: Vec<&str> = self.hidden.iter().map(|rung| rung.word()).collect();
            pairs.push(("hide", words.join(",")));
        }
        for (key, end) in ["focus", "to"].into_iter().zip(&self.ends) {
            pairs.extend(end.iter().map(|name| (key, super::encode(name))));
        }
        let zoom = self.zoom.map(|numbers| numbers.map(|n| n.to_string()));
        pairs.extend(zoom.map(|numbers| ("zoom", numbers.join(","))));
        pairs
    }

    /// With a rung hidden, or shown again.
    pub fn toggled(&self, rung: Rung) -> Links {
        let hides = |r: &&Rung| self.hidden.contains(r) != (**r == rung);
        Links {
            hidden: Rung::ALL.iter().filter(hides).copied().collect(),
            ..self.clone()
        }
    }
}

fn zoom(text: &str) -> Option<[u16; 3]> {
    let mut parts = text.split(',').map(|part| part.parse::<u16>().ok());
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    let [size, across, down] = numbers;
    let sound = parts.next().is_none() && size > 0 && across <= 1000 && down <= 1000;
    sound.then_some(numbers)
}
