//! What is wrong with the data, in Japanese. The rules speak English, for the compiler and the
//! terminal; here each of their sentences has its Japanese one, by pattern. A sentence without one
//! stays English: it still says file, line and fault.

use incidents::Finding;

/// A sentence of the rules, where `{}` stands for whatever is named, and the Japanese one, where
/// `{0}` is the first of these.
type Pair = (&'static str, &'static str);

/// The finding in Japanese: `a.json:41: …。…`.
pub fn told(finding: &Finding) -> String {
    let place = match finding.line {
        0 => finding.file.clone(),
        line => format!("{}:{line}", finding.file),
    };
    let message = said(&finding.message);
    match finding.help.is_empty() {
        true => format!("{place}: {message}"),
        false => format!("{place}: {message}。{}", said(&finding.help)),
    }
}

/// A sentence in Japanese; itself where there is none.
fn said(sentence: &str) -> String {
    translated(sentence).unwrap_or_else(|| sentence.to_owned())
}

fn translated(sentence: &str) -> Option<String> {
    let (holes, japanese) = SENTENCES
        .iter()
        .find_map(|(english, japanese)| Some((holes(english, sentence)?, japanese)))?;
    let mut parts = japanese.split('{');
    let mut text = parts.next()?.to_owned();
    for part in parts {
        let (hole, after) = part.split_once('}')?;
        text.push_str(holes.get(hole.parse::<usize>().ok()?)?);
        text.push_str(after);
    }
    Some(text)
}

/// What stands in the holes of a pattern, where the sentence is one of its kind. A sentence within
/// (why not, what serde says) is told in Japanese too; what stands in backticks is a reader's own.
fn holes(pattern: &str, sentence: &str) -> Option<Vec<String>> {
    let mut parts = pattern.split("{}");
    let mut before = parts.next()?;
    let mut rest = sentence.strip_prefix(before)?;
    let mut holes = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let at = match parts.peek() {
            Some(_) => rest.find(part)?,
            // The last part stands at the very end.
            None => rest.strip_suffix(part)?.len(),
        };
        let hole = rest.get(..at)?;
        let own = before.ends_with('`');
        holes.push(if own { hole.to_owned() } else { said(hole) });
        rest = rest.get(at + part.len()..)?;
        before = part;
    }
    rest.is_empty().then_some(holes)
}

const SENTENCES: &[Pair] = &[
    // The file.
    (
        "the file is larger than {} MiB",
        "ファイルが{0} MiBを超えている",
    ),
    (
        "split it or remove what is not data",
        "分割するか、データでないものを除く",
    ),
    (
        "the file starts with a byte order mark",
        "ファイルの先頭にBOMがある",
    ),
    ("save it as UTF-8 without BOM", "BOMなしのUTF-8で保存する"),
    ("the file is empty", "ファイルが空である"),
    (
        "fill it from the worked example in data/README.md",
        "data/README.mdの例を元に書く",
    ),
    ("this line is not UTF-8", "この行はUTF-8ではない"),
    ("save the file as UTF-8", "UTF-8で保存する"),
    ("this is not JSON: {}", "JSONとして読めない（{0}）"),
    (
        "check quotes, commas and brackets just before this line",
        "この行の直前の引用符、コンマ、括弧を確かめる",
    ),
    ("EOF while parsing a value", "値の途中で終わっている"),
    (
        "EOF while parsing an object",
        "オブジェクトの途中で終わっている",
    ),
    ("EOF while parsing a list", "配列の途中で終わっている"),
    ("EOF while parsing a string", "文字列の途中で終わっている"),
    ("expected value", "値がない"),
    ("expected ident", "true、false、nullのいずれでもない"),
    ("expected `,` or `}`", "「,」か「}」がない"),
    ("expected `,` or `]`", "「,」か「]」がない"),
    ("expected `:`", "「:」がない"),
    ("key must be a string", "キーは引用符で囲む"),
    ("trailing comma", "余分なコンマがある"),
    ("trailing characters", "末尾に余分な文字がある"),
    (
        "control character (\\u0000-\\u001F) found while parsing a string",
        "文字列に制御文字がある",
    ),
    ("invalid escape", "エスケープが正しくない"),
    ("invalid number", "数値が正しくない"),
    (
        "lone leading surrogate in hex escape",
        "サロゲートが対になっていない",
    ),
    ("recursion limit exceeded", "入れ子が深すぎる"),
    // What a claim, a title or a reason says.
    (
        "the remark `{}` is no expert's",
        "「{0}」は専門家の発言ではない",
    ),
    (
        "name the question it answers, such as `reached`, `amount` or `response`; background is a `profile`",
        "reached、amount、responseなど、答えている問いを書く。背景はprofileとする",
    ),
    ("`{}` is no title", "「{0}」は題名ではない"),
    (
        "leave `title` out: the page says in both languages that there is none",
        "titleを書かない。題名がないことはページが両言語で示す",
    ),
    (
        "`{}` does not say its language",
        "「{0}」の言語が書かれていない",
    ),
    (
        "add `\"language\": \"ja\"`, so that it is read out in its language",
        "その言語で読み上げられるよう、\"language\": \"ja\"を加える",
    ),
    (
        "`{}` is true from one side only",
        "「{0}」は片方の項目からしか正しくない",
    ),
    (
        "write a reason that reads the same on both entries: it is shown on both",
        "両方の項目に表示されるため、どちらから読んでも正しい理由を書く",
    ),
    ("`{}` has no Japanese name", "「{0}」の日本語名がない"),
    (
        "give the name that Japanese uses for it in `ja`",
        "日本語での名称をjaに書く",
    ),
    // The form of a record.
    (
        "unknown field `{}`, expected one of {}",
        "「{0}」という項目はない。使える名前: {1}",
    ),
    (
        "unknown field `{}`, expected {}",
        "「{0}」という項目はない。使える名前: {1}",
    ),
    (
        "unknown field `{}`, there are no fields",
        "「{0}」という項目はない",
    ),
    (
        "remove it or use one of the names listed; data/README.md describes every field",
        "削除するか、挙げた名前を使う。各項目の説明はdata/README.mdにある",
    ),
    ("missing field `{}`", "項目「{0}」がない"),
    (
        "add it; data/README.md describes every field",
        "加える。各項目の説明はdata/README.mdにある",
    ),
    ("duplicate field `{}`", "項目「{0}」が2つある"),
    ("keep one of the two", "どちらか一方を残す"),
    (
        "unknown variant `{}`, expected one of {}",
        "「{0}」という語は使えない。使える語: {1}",
    ),
    (
        "unknown variant `{}`, expected {}",
        "「{0}」という語は使えない。使える語: {1}",
    ),
    ("use one of the words listed", "挙げた語のいずれかを使う"),
    (
        "invalid type: {}, expected {}",
        "型が違う: {0}。必要なもの: {1}",
    ),
    (
        "invalid value: {}, expected {}",
        "値が正しくない: {0}。必要なもの: {1}",
    ),
    (
        "invalid length {}, expected {}",
        "長さ{0}は正しくない。必要なもの: {1}",
    ),
    (
        "see data/README.md for the form of this field",
        "この項目の形式はdata/README.mdにある",
    ),
    ("a string", "文字列"),
    ("a sequence", "配列"),
    ("a map", "オブジェクト"),
    ("a boolean", "trueかfalse"),
    ("null", "null"),
    ("map", "オブジェクト"),
    ("sequence", "配列"),
    ("unit value", "null"),
    ("map with a single key", "キーが1つのオブジェクト"),
    ("string or map", "文字列またはオブジェクト"),
    ("string {}", "文字列{0}"),
    ("boolean `{}`", "真偽値{0}"),
    ("integer `{}`", "整数{0}"),
    ("floating point `{}`", "小数{0}"),
    ("struct {}", "{0}のオブジェクト"),
    ("enum {}", "{0}の語"),
    ("variant identifier", "語"),
    ("an array of length {}", "長さ{0}の配列"),
    // Values.
    (
        "the quantity has no unit: say what is counted, such as files",
        "数量に単位がない。filesのように、数えるものを書く",
    ),
    (
        "the amount is not a count: write zero or more",
        "数量が数ではない。0以上を書く",
    ),
    (
        "`{}` is not an ISO 3166-1 alpha-2 code: write two capitals, such as JP or UA",
        "「{0}」はISO 3166-1の2文字コードではない。JPやUAのように大文字2つで書く",
    ),
    (
        "`{}` names one date: write it without brackets",
        "「{0}」の日付は1つである。角括弧なしで書く",
    ),
    (
        "`{}` ends before it begins: swap its two dates",
        "「{0}」は始まりより先に終わる。2つの日付を入れ替える",
    ),
    (
        "`{}` is not a date: write 2019, 2019-06 or 2019-06-28, with ~ for about and ? for uncertain",
        "「{0}」は日付ではない。2019、2019-06、2019-06-28のように書き、「ごろ」は~、不確かなら?を付ける",
    ),
    (
        "`{}` is not in the calendar: check its year, month and day",
        "「{0}」は暦にない。年月日を確かめる",
    ),
    (
        "`{}` is not an id: use lower-case letters, digits and hyphens, such as `khi-2020`",
        "「{0}」は番地に使えない。khi-2020のように小文字、数字、ハイフンで書く",
    ),
    (
        "`{}` does not name an office: write `organisation/office`",
        "「{0}」は拠点を指していない。「組織/拠点」の形で書く",
    ),
    (
        "`{}` is not a web address: it starts with https:// or http://",
        "「{0}」はウェブの番地ではない。https://かhttp://で始める",
    ),
    (
        "`{}` is not a plain web address: no spaces, quotes, user name or password",
        "「{0}」は番地として使えない。空白、引用符、ユーザー名、パスワードを含めない",
    ),
    (
        "the English text is empty: write it in both languages",
        "英語の文が空である。両方の言語で書く",
    ),
    (
        "the Japanese text is empty: write it in both languages",
        "日本語の文が空である。両方の言語で書く",
    ),
    (
        "the name is empty: write it as its bearer does",
        "名称が空である。本人の表記で書く",
    ),
    (
        "`{}` is not a language tag: write en, ja, de",
        "「{0}」は言語タグではない。en、ja、deのように書く",
    ),
    (
        "`{}` is not a CVE number: write CVE-2019-18187",
        "「{0}」はCVE番号ではない。CVE-2019-18187のように書く",
    ),
    (
        "`{}` is not an ATT&CK technique: write T1190 or T1059.001",
        "「{0}」はATT&CKの手口ではない。T1190やT1059.001のように書く",
    ),
    // Where a file belongs.
    (
        "`{}` is not a place for data",
        "「{0}」はデータの置き場所ではない",
    ),
    (
        "use incidents/, organisations/, actors/, vulnerabilities/ or countries.json",
        "incidents/、organisations/、actors/、vulnerabilities/、countries.jsonのいずれかに置く",
    ),
    (
        "use incidents, organisations, actors, vulnerabilities or countries",
        "incidents、organisations、actors、vulnerabilities、countriesのいずれかにする",
    ),
    (
        "the id `{}` is not the file's name `{}`",
        "番地「{0}」がファイル名「{1}」と異なる",
    ),
    ("make the two equal", "両者を一致させる"),
    (
        "the id `{}` is used by another file",
        "番地「{0}」は別のファイルが使っている",
    ),
    (
        "the id `{}` is used twice in `{}`",
        "番地「{0}」が「{1}」に2つある",
    ),
    ("give one of them another id", "一方の番地を変える"),
    ("`{}` is given twice", "「{0}」が2つ渡された"),
    (
        "there is no entry in what was given",
        "渡されたものに項目がない",
    ),
    (
        "give the folder that holds incidents/, or a bundle of it",
        "incidents/を含むフォルダーか、1つにまとめたファイルを渡す",
    ),
    (
        "what was given is larger than 64 MiB together",
        "渡されたものの合計が64 MiBを超えている",
    ),
    ("give the data only", "データだけを渡す"),
    (
        "this is not an object in braces",
        "波括弧のオブジェクトではない",
    ),
    (
        "give files of data/, or a bundle: {}",
        "data/のファイルか、まとめたファイルを渡す: {0}",
    ),
    (
        "this is neither a record nor a bundle of records",
        "記録でも、記録をまとめたものでもない",
    ),
    (
        "give it in its folder, such as incidents/ or actors/",
        "incidents/やactors/などのフォルダーごと渡す",
    ),
    (
        "`{}` is not an object of records: {}",
        "「{0}」は記録のオブジェクトではない（{1}）",
    ),
    (
        "write each record under its id: {}",
        "各記録を番地の下に書く: {0}",
    ),
    // What a record names.
    (
        "`{}` is not an organisation we have",
        "組織「{0}」の記録がない",
    ),
    ("`{}` is not an incident we have", "項目「{0}」の記録がない"),
    ("`{}` is not an actor we have", "集団「{0}」の記録がない"),
    (
        "`{}` is not a vulnerability we have",
        "脆弱性「{0}」の記録がない",
    ),
    (
        "`{}` is not a source of this file",
        "「{0}」はこのファイルの出典にない",
    ),
    ("`{}` is not a claim we have", "主張「{0}」がない"),
    ("`{}` is not an office we have", "拠点「{0}」の記録がない"),
    (
        "add its file to data/{}/ or correct the id",
        "data/{0}/にファイルを加えるか、番地を直す",
    ),
    (
        "add its file to data/vulnerabilities/ or correct the number",
        "data/vulnerabilities/にファイルを加えるか、番号を直す",
    ),
    (
        "add it to the sources of this file or correct the id",
        "このファイルの出典に加えるか、番地を直す",
    ),
    (
        "name a claim of this file, or `incident#claim` for another's",
        "このファイルの主張か、別の項目なら「項目#主張」の形で指す",
    ),
    (
        "add it to the offices of its organisation or correct the id",
        "組織の拠点に加えるか、番地を直す",
    ),
    (
        "no claim cites the source `{}`",
        "出典「{0}」を引く主張がない",
    ),
    (
        "cite it in the claim it holds, or remove it",
        "載っている主張で引くか、除く",
    ),
    // Dates.
    ("this date rests on no claim", "この日付には主張がない"),
    (
        "name the claims that give it, or leave the date out",
        "日付を示す主張を挙げるか、日付を除く",
    ),
    (
        "the claim `{}` gives no date",
        "主張「{0}」は日付を示していない",
    ),
    (
        "give it a `value` with a date, or name another claim",
        "valueに日付を書くか、別の主張を挙げる",
    ),
    (
        "the {} ({}) lies before the {} ({})",
        "{0}（{1}）が{2}（{3}）より前である",
    ),
    ("detection", "検知"),
    ("disclosure", "公表"),
    ("beginning", "開始"),
    (
        "correct the dates, or let one claim contradict the other",
        "日付を直すか、主張どうしの食い違いとして示す",
    ),
    // Places.
    (
        "longitude {}, latitude {} lies outside {}",
        "経度{0}、緯度{1}は{2}の外である",
    ),
    (
        "write longitude first, then latitude, in degrees",
        "経度、緯度の順に度で書く",
    ),
    (
        "the office `{}` has coordinates but no place",
        "拠点「{0}」に座標があり、地名がない",
    ),
    (
        "name the published place, or leave the coordinates out",
        "公表された地名を書くか、座標を除く",
    ),
    (
        "the way in starts at the attacker's infrastructure",
        "侵入経路が攻撃者の基盤から始まっている",
    ),
    (
        "`{}` is no victim, nor of its group, nor its supplier",
        "「{0}」は被害組織でも、そのグループでも、供給者でもない",
    ),
    (
        "start at an office of the victim, its group or supplier, or a place a claim names; infrastructure is told in words",
        "被害組織、そのグループ、供給者の拠点か、主張にある場所から始める。基盤は文で述べる",
    ),
    // Who stands behind it.
    (
        "the claim `{}` has neither a source nor the mark `source_not_matched`",
        "主張「{0}」に出典もsource_not_matchedもない",
    ),
    (
        "the claim `{}` has sources and the mark `source_not_matched` as well",
        "主張「{0}」に出典とsource_not_matchedの両方がある",
    ),
    (
        "cite a source of this file, or set `source_not_matched` to true",
        "このファイルの出典を引くか、source_not_matchedをtrueにする",
    ),
    ("this rests on no claim", "これには主張がない"),
    ("name the claims that say so", "そう述べる主張を挙げる"),
    (
        "the rung `{}` rests on no claim in the role `{}`",
        "段「{0}」に、役割「{1}」の主張がない",
    ),
    (
        "lower the rung, or name the claim that stands on it",
        "段を下げるか、その段の主張を挙げる",
    ),
    (
        "`{}` is not another name of the actor's record",
        "「{0}」は集団の記録の別名にない",
    ),
    (
        "use a name as the record lists it; its first needs no `named`",
        "記録にある名を使う。最初の名にはnamedは要らない",
    ),
    (
        "`{}` cannot overtake `{}`: {}",
        "「{0}」は「{1}」を更新できない（{2}）",
    ),
    ("it answers another question", "別の問いへの答えである"),
    ("another party said it", "別の者が述べた"),
    ("it was said later", "そちらが後に述べられた"),
    (
        "supersede an earlier claim of the same party; others `contradicts`",
        "supersedesは同じ者の以前の主張に使う。ほかの者にはcontradictsを使う",
    ),
    (
        "`{}` overtakes itself in a circle",
        "「{0}」の更新が一巡して自分に戻る",
    ),
    (
        "keep only the step from the later to the earlier claim",
        "後の主張から前の主張への更新だけを残す",
    ),
    (
        "`{}` contradicts itself",
        "「{0}」が自分自身と食い違うことになっている",
    ),
    (
        "that `{}` contradicts `{}` is declared twice",
        "「{0}」と「{1}」の食い違いが2度書かれている",
    ),
    (
        "declare it on one of two different claims",
        "異なる2つの主張の一方に書く",
    ),
    ("`{}` is empty", "「{0}」が空である"),
    (
        "an entry needs a victim, a claim and a source",
        "項目には被害組織、主張、出典が要る",
    ),
    ("the actor `{}` has no name", "集団「{0}」に名がない"),
    (
        "give the name its record is headed with first",
        "見出しとなる名を最初に書く",
    ),
    // Sense.
    (
        "`{}` and `{}` give the same value",
        "「{0}」と「{1}」の値は同じである",
    ),
    (
        "correct a value or its unit, or take the contradiction away",
        "値か単位を直すか、食い違いを除く",
    ),
    (
        "the claim `{}` gives 1 January",
        "主張「{0}」は1月1日を示している",
    ),
    (
        "write the year alone, or the source's own words in `as_given`",
        "年だけを書くか、原文をas_givenに書く",
    ),
    (
        "`{}` ends it on the day of detection",
        "「{0}」は検知の日に終わったとしている",
    ),
    (
        "let it contradict what others say of the end, or take it out",
        "終わりについての別の主張との食い違いとするか、除く",
    ),
    (
        "`{}` tells of {}, after its sources were published",
        "「{0}」は出典の公表より後の{1}のことを述べている",
    ),
    (
        "correct the date, or cite the source that came later",
        "日付を直すか、後に出た出典を引く",
    ),
    // Wording.
    ("`{}` is not Japanese", "「{0}」は日本語ではない"),
    (
        "write the Japanese text; a name alone needs words around it",
        "日本語で書く。名称だけなら言葉を添える",
    ),
    (
        "the English summary has {} letters",
        "英語の要約が{0}字ある",
    ),
    (
        "say it in 200: the claims hold the rest",
        "200字以内にする。残りは主張にある",
    ),
    ("`{}` accuses", "「{0}」は断罪する語である"),
    ("say what is claimed: {}", "述べられていることを書く: {0}"),
    (
        "the address stands under `{}` and under `{}`",
        "同じ番地が「{0}」と「{1}」の両方にある",
    ),
    (
        "name the publisher as it writes itself, everywhere alike",
        "発行元は本人の表記で、すべて同じに書く",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use incidents::dataset::own::examine;
    use serde_json::{Value, json};
    use std::collections::BTreeSet;

    const SOUND: &str = include_str!("../incidents/testdata/sound.json");
    /// Every rule broken once, with what it says: the rules' own tests keep it whole.
    const EVERY_RULE: &str = include_str!("../incidents/dataset/checks/tests.rs");

    fn has_japanese(text: &str) -> bool {
        text.chars().any(|c| ('\u{3041}'..='\u{9fff}').contains(&c))
    }

    #[test]
    fn every_rule_has_a_japanese_sentence_and_advice() {
        let mut rules = 0;
        let lines = EVERY_RULE.lines().map(str::trim);
        for line in lines.filter(|l| l.contains(".json:") && l.contains("; ")) {
            let (_, told) = line.split_once(": ").unwrap();
            let pairs = told.match_indices("; ").map(|(at, _)| told.split_at(at));
            let known = pairs
                .map(|(message, help)| (translated(message), translated(&help[2..])))
                .any(|pair| matches!(pair, (Some(_), Some(_))));
            assert!(known, "{line}");
            rules += 1;
        }
        assert!(rules > 40, "{rules} faults were looked at");
    }

    /// Each member of a sound record is taken away, renamed, or made something else.
    #[test]
    fn whatever_is_wrong_with_a_member_is_told_in_japanese() {
        let record: Value = serde_json::from_str(SOUND).unwrap();
        let mut places = Vec::new();
        pointers(&record, String::new(), &mut places);
        // Members of one kind are read alike: one of each will do.
        let kind = |place: &String| place.replace(|c: char| c.is_ascii_digit(), "");
        let mut kinds = BTreeSet::new();
        places.retain(|place| kinds.insert(kind(place)));
        let mut told = BTreeSet::new();
        for place in &places {
            let (parent, member) = place.rsplit_once('/').unwrap();
            for other in [
                json!(null),
                json!(true),
                json!(-7),
                json!(""),
                json!("no such"),
                json!([]),
                json!({}),
                json!(1.5),
            ] {
                let mut broken = record.clone();
                *broken.pointer_mut(place).unwrap() = other;
                findings(&broken, &mut told);
            }
            let mut broken = record.clone();
            if let Some(Value::Object(members)) = broken.pointer_mut(parent) {
                let value = members.remove(&member.replace("~1", "/")).unwrap();
                findings(&broken, &mut told);
                let Some(Value::Object(members)) = broken.pointer_mut(parent) else {
                    continue;
                };
                members.insert("nonesuch".to_owned(), value);
                findings(&broken, &mut told);
            }
        }
        assert!(told.len() > 100, "{} sentences", told.len());
        for sentence in &told {
            assert!(has_japanese(&said(sentence)), "{sentence}");
        }
    }

    fn findings(record: &Value, told: &mut BTreeSet<String>) {
        let given = vec![("all.json".to_owned(), record.to_string().into_bytes())];
        for finding in examine(given, "{}").findings {
            told.insert(finding.message);
            told.insert(finding.help);
        }
        told.remove("");
    }

    fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
        let members: Vec<(String, &Value)> = match value {
            Value::Object(members) => members
                .iter()
                .map(|(key, value)| (key.replace('/', "~1"), value))
                .collect(),
            Value::Array(items) => (0..).map(|i: usize| i.to_string()).zip(items).collect(),
            _ => Vec::new(),
        };
        for (name, member) in members {
            let place = format!("{at}/{name}");
            pointers(member, place.clone(), all);
            all.push(place);
        }
    }

    #[test]
    fn a_finding_keeps_its_place_and_the_readers_own_words() {
        let finding = Finding::new(
            "a.json",
            41,
            "`detection` is not an actor we have",
            "add its file to data/actors/ or correct the id",
        );
        assert_eq!(
            told(&finding),
            "a.json:41: 集団「detection」の記録がない。data/actors/にファイルを加えるか、番地を直す"
        );
        let reason = "`b` cannot overtake `a`: another party said it";
        assert_eq!(said(reason), "「b」は「a」を更新できない（別の者が述べた）");
        assert_eq!(said("no such sentence"), "no such sentence");
        let missing = Finding::new("the data", 0, "the file is empty", "");
        assert_eq!(told(&missing), "the data: ファイルが空である");
    }

    #[test]
    fn what_is_no_json_is_told_in_japanese() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\" 1}",
            "{\"a\":1 \"b\"}",
            "nul",
            "\"\u{1}\"",
            "{1:2}",
            "{} x",
            "[1 2]",
            "\"\\q\"",
            "1e",
            "{\"a\":",
        ] {
            let given = vec![("incidents/a.json".to_owned(), text.as_bytes().to_vec())];
            for finding in examine(given, "{}")
                .findings
                .iter()
                .filter(|f| f.file != "the data")
            {
                let told = said(&finding.message);
                assert!(has_japanese(&told), "{text}: {}", finding.message);
                let inner = finding.message.strip_prefix("this is not JSON: ");
                assert!(
                    inner.is_none_or(|i| translated(i).is_some()),
                    "{}",
                    finding.message
                );
            }
        }
    }
}
