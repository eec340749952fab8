use super::limits::{MAX_MSPDI_BYTES, MAX_XML_DEPTH};
use super::{MspdiFile, read_mspdi};
use crate::plan::{ConstraintKind, MilestoneKind, ResourceKind, TaskType};
use crate::quantity::When;

const HEAD: &str = "<StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>";
const WEEK: &str = "<Calendars><Calendar><UID>1</UID><Name>Standard</Name><BaseCalendarUID>-1</BaseCalendarUID>\
    <WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>\
    <WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>\
    <WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>\
    <WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays>{}</Calendar></Calendars>";

fn read(inside: &str) -> MspdiFile {
    read_mspdi(format!("<Project>{HEAD}{inside}</Project>").as_bytes()).unwrap()
}

fn tasks(inside: &str) -> MspdiFile {
    read(&format!("<Tasks>{inside}</Tasks>"))
}

fn refused(text: &str) -> String {
    let issues = read_mspdi(text.as_bytes()).unwrap_err();
    let issue = &issues.as_slice()[0];
    format!("{} at {}", issue.code, issue.at)
}

fn codes(file: &MspdiFile) -> Vec<&str> {
    file.issues.iter().map(|issue| &*issue.code).collect()
}

#[test]
fn what_is_no_such_file_is_refused_with_its_place() {
    assert_eq!(refused(""), "not-mspdi at file");
    assert_eq!(refused("<Plan/>"), "not-mspdi at file");
    assert_eq!(refused("<Project>\n<Tasks>"), "invalid-xml at line 2");
    assert_eq!(refused("<Project>\n</Tasks>"), "invalid-xml at line 2");
    assert_eq!(refused("<Project/><Project/>"), "invalid-xml at line 1");
    assert_eq!(refused("<Project>\n<Title>a &boss; b</Title></Project>"), "unknown-entity at line 2");
    let bomb = "<!DOCTYPE Project [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Project><Title>&b;</Title></Project>";
    assert_eq!(refused(bomb), "document-type at line 1");
    let deep = "<a>".repeat(MAX_XML_DEPTH + 1);
    assert_eq!(refused(&format!("<Project>{deep}")), "xml-too-deep at line 1");
    assert_eq!(refused("\u{0}"), "not-mspdi at file");
    assert_eq!(read_mspdi(&[0xC3, 0x28]).unwrap_err().as_slice()[0].code, "invalid-encoding");
    const { assert!(MAX_MSPDI_BYTES > 100 << 20) };
}

#[test]
fn text_of_either_width_and_with_references_is_read() {
    let text = "<Project><Title>Fair &amp; <![CDATA[<fun>]]> &#233;&#x20AC;</Title></Project>";
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    for bytes in [text.as_bytes(), &wide, &marked] {
        assert_eq!(read_mspdi(bytes).unwrap().plan.program.name, "Fair & <fun> é€");
    }
    let prefixed = "<p:Project xmlns:p='x'><p:Title>Fair</p:Title></p:Project>";
    assert_eq!(read_mspdi(prefixed.as_bytes()).unwrap().plan.program.name, "Fair");
}

#[test]
fn the_outline_makes_the_tree() {
    let file = tasks(
        "<Task><UID>0</UID><OutlineLevel>0</OutlineLevel></Task>\
         <Task><UID>7</UID><OutlineLevel>1</OutlineLevel><Duration>PT80H0M0S</Duration></Task>\
         <Task><UID>3</UID><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration></Task>\
         <Task><UID>4</UID><OutlineLevel>2</OutlineLevel><Duration>PT0H0M0S</Duration></Task>\
         <Task><IsNull>1</IsNull><UID>9</UID></Task>\
         <Task><UID>5</UID><OutlineLevel>1</OutlineLevel><Duration>PT4H0M0S</Duration></Task>",
    );
    let shape: Vec<(&str, Option<&str>)> =
        file.plan.tasks.iter().map(|task| (task.id.as_str(), task.parent.as_deref())).collect();
    assert_eq!(shape, [("7", None), ("3", Some("7")), ("4", Some("7")), ("5", None)]);
    assert_eq!(file.plan.tasks[0].duration, None);
    assert_eq!(file.plan.tasks[2].milestone, Some(MilestoneKind::Finish));
    assert_eq!(file.plan.validate(), []);
}

#[test]
fn lags_of_every_format_are_read() {
    let lag = |lag: &str| {
        let file = tasks(&format!(
            "<Task><UID>1</UID><Duration>PT8H0M0S</Duration></Task><Task><UID>2</UID><Duration>PT8H0M0S</Duration>\
             <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>3</Type>{lag}</PredecessorLink></Task>"
        ));
        assert_eq!(codes(&file), ["unknown-calendar"]);
        file.plan.dependencies[0].lag.to_string()
    };
    let of = |tenths: i64, format: i64| {
        lag(&format!("<LinkLag>{tenths}</LinkLag><LagFormat>{format}</LagFormat>"))
    };
    assert_eq!(lag(""), "0d");
    assert_eq!(of(600, 3), "60m");
    assert_eq!(of(600, 4), "60em");
    assert_eq!(of(-600, 5), "-1h");
    assert_eq!(of(600, 6), "1eh");
    assert_eq!(of(4800, 7), "1d");
    assert_eq!(of(14_400, 8), "1ed");
    assert_eq!(of(24_000, 9), "1w");
    assert_eq!(of(100_800, 10), "1ew");
    assert_eq!(of(96_000, 11), "1mo");
    assert_eq!(of(432_000, 12), "1emo");
    assert_eq!(of(-50, 19), "-50%");
    assert_eq!(of(25, 20), "25e%");
    assert_eq!(of(4800, 39), "1d");
    assert_eq!(of(1, 7), "0.1m");
}

#[test]
fn durations_constraints_and_options_are_read() {
    let file = tasks(
        "<Task><UID>1</UID><Duration>PT72H0M0S</Duration><DurationFormat>8</DurationFormat><Type>0</Type>\
         <ConstraintType>4</ConstraintType><ConstraintDate>2026-03-04T08:00:00</ConstraintDate>\
         <Deadline>2026-03-20T17:00:00</Deadline><Priority>700</Priority><LevelingDelay>14400</LevelingDelay>\
         <LevelingDelayFormat>8</LevelingDelayFormat></Task>\
         <Task><UID>2</UID><Duration>PT12H0M0S</Duration><DurationFormat>7</DurationFormat><Type>1</Type>\
         <Manual>1</Manual><ManualStart>2026-03-03T08:00:00</ManualStart>\
         <ManualFinish>2026-03-04T12:00:00</ManualFinish></Task>\
         <Task><UID>3</UID><Duration>PT12H0M0S</Duration><ConstraintType>2</ConstraintType></Task>",
    );
    let [first, second, third] = &file.plan.tasks[..] else { panic!("three tasks") };
    assert_eq!(first.duration.unwrap().to_string(), "3ed");
    assert_eq!(first.constraints[0].kind, ConstraintKind::StartNoEarlierThan);
    assert_eq!(first.deadline, Some(When::parse("2026-03-20T17:00").unwrap()));
    assert_eq!((first.priority, first.leveling_delay.unwrap().to_string()), (700, "1ed".to_owned()));
    assert_eq!(
        (second.duration.unwrap().to_string(), second.task_type),
        ("1.5d".to_owned(), TaskType::FixedDuration)
    );
    assert_eq!(second.manual.unwrap().finish.to_string(), "2026-03-04T12:00");
    assert!(third.constraints.is_empty());
    // The file names a calendar that it has not; the constraint has no date.
    assert_eq!(codes(&file), ["constraint-without-date", "unknown-calendar"]);
}

#[test]
fn calendars_with_work_weeks_and_exceptions_are_read() {
    let exceptions = "<WorkWeeks><WorkWeek><TimePeriod><FromDate>2026-04-06T00:00:00</FromDate>\
        <ToDate>2026-04-10T23:59:00</ToDate></TimePeriod><Name>Short</Name><WeekDays><WeekDay><DayType>2</DayType>\
        <DayWorking>0</DayWorking></WeekDay></WeekDays></WorkWeek></WorkWeeks>\
        <Exceptions><Exception><EnteredByOccurrences>1</EnteredByOccurrences><TimePeriod>\
        <FromDate>2026-01-01T00:00:00</FromDate><ToDate>2026-12-31T23:59:00</ToDate></TimePeriod>\
        <Occurrences>3</Occurrences><Name>First Friday</Name><Type>5</Type><Period>2</Period><MonthItem>8</MonthItem>\
        <MonthPosition>0</MonthPosition><DayWorking>0</DayWorking></Exception></Exceptions>";
    let file = read(&WEEK.replace("{}", exceptions));
    let calendar = &file.plan.calendars[0];
    assert_eq!(calendar.week.mon.as_ref().unwrap().len(), 2);
    assert_eq!(calendar.week.sat, Some(Vec::new()));
    assert_eq!(calendar.work_weeks[0].week.mon, Some(Vec::new()));
    let days: Vec<String> =
        calendar.exceptions.iter().filter_map(|one| Some(one.date?.to_string())).collect();
    assert_eq!(days, ["2026-01-02", "2026-03-06", "2026-05-01"]);
    assert_eq!(file.plan.validate(), []);
}

#[test]
fn who_works_how_long_is_read() {
    let calendars = WEEK.replace("{}", "");
    let file = read(&format!(
        "{calendars}<Tasks><Task><UID>1</UID><Duration>PT24H0M0S</Duration><DurationFormat>7</DurationFormat></Task></Tasks>\
         <Resources><Resource><UID>1</UID><Name>Ana</Name><Type>1</Type><MaxUnits>1</MaxUnits>\
         <StandardRate>60</StandardRate><StandardRateFormat>2</StandardRateFormat></Resource>\
         <Resource><UID>2</UID><Type>1</Type><MaxUnits>3</MaxUnits></Resource>\
         <Resource><UID>3</UID><Type>0</Type></Resource></Resources>\
         <Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>0.33</Units>\
         <Work>PT8H0M0S</Work><Start>2026-03-02T08:00:00</Start><Finish>2026-03-04T17:00:00</Finish></Assignment>\
         <Assignment><UID>2</UID><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID><Units>1</Units>\
         <Work>PT10H0M0S</Work><OvertimeWork>PT2H0M0S</OvertimeWork><Delay>2400</Delay></Assignment>\
         <Assignment><UID>3</UID><TaskUID>1</TaskUID><ResourceUID>3</ResourceUID><Units>12</Units></Assignment>\
         <Assignment><UID>4</UID><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID></Assignment></Assignments>"
    ));
    let kinds: Vec<ResourceKind> = file.plan.resources.iter().map(|resource| resource.kind).collect();
    assert_eq!(kinds, [ResourceKind::Person, ResourceKind::Department, ResourceKind::Material]);
    assert_eq!(file.plan.resources[0].rates[0].standard.to_decimal(), 60.0);
    let [ana, pool, ink] = &file.plan.assignments[..] else { panic!("three assignments") };
    // A third, rounded in the file, over the whole of the task.
    assert_eq!((ana.work.unwrap().to_string(), ana.duration), ("1d".to_owned(), None));
    assert_eq!(pool.work.unwrap().to_string(), "1d");
    assert_eq!(pool.duration.unwrap().to_string(), "1d");
    assert_eq!(pool.delay.unwrap().to_string(), "0.5d");
    assert_eq!(ink.quantity, Some(12.0));
    assert_eq!(codes(&file), ["overtime"]);
    assert!(crate::Issues::check(file.plan.validate()).is_ok());
}

#[test]
fn nothing_is_dropped_in_silence() {
    let file = tasks(
        "<Task><UID>1</UID><OutlineLevel>1</OutlineLevel><Active>0</Active><Duration>PT8H0M0S</Duration></Task>\
         <Task><UID>2</UID><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration></Task>\
         <Task><UID>3</UID><OutlineLevel>1</OutlineLevel><Duration>eight</Duration><Hyperlink>x</Hyperlink>\
         <PredecessorLink><PredecessorUID>2</PredecessorUID></PredecessorLink>\
         <PredecessorLink><PredecessorUID>4</PredecessorUID></PredecessorLink>\
         <PredecessorLink><PredecessorUID>4</PredecessorUID></PredecessorLink></Task>\
         <Task><UID>4</UID><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration><Rollup>1</Rollup></Task>",
    );
    let ids: Vec<&str> = file.plan.tasks.iter().map(|task| task.id.as_str()).collect();
    assert_eq!(ids, ["3", "4"]);
    let found: Vec<String> = file.issues.iter().map(|issue| format!("{} {}", issue.code, issue.at)).collect();
    assert_eq!(
        found,
        [
            "inactive-task tasks/1",
            "inactive-task tasks/2",
            "invalid-value tasks/3/Duration",
            "link-from-nowhere tasks/3/PredecessorLink",
            "repeated-link tasks/3/PredecessorLink",
            "unknown-calendar CalendarUID",
        ]
    );
}

#[test]
fn what_decides_nothing_is_kept() {
    let file = tasks(
        "<Task><UID>1</UID><ID>4</ID><WBS>X.1</WBS><OutlineNumber>1</OutlineNumber><OutlineLevel>1</OutlineLevel>\
         <Duration>PT8H0M0S</Duration><EffortDriven>1</EffortDriven><LevelingCanSplit>0</LevelingCanSplit>\
         <HideBar>0</HideBar><Invented> a &amp; b </Invented><OutlineCode><FieldID>1</FieldID></OutlineCode>\
         <ExtendedAttribute><FieldID>188743731</FieldID><Value>Ann</Value></ExtendedAttribute>\
         <ExtendedAttribute><FieldID>188743734</FieldID><Value>1</Value><DurationFormat>7</DurationFormat>\
         </ExtendedAttribute></Task>",
    );
    let extras: Vec<String> =
        file.plan.tasks[0].extras.iter().map(|(name, text)| format!("{name}={text}")).collect();
    assert_eq!(
        extras,
        [
            "mspdi.xml:OutlineCode=<OutlineCode><FieldID>1</FieldID></OutlineCode>",
            "mspdi:EffortDriven=1",
            "mspdi:ID=4",
            "mspdi:Invented= a & b ",
            "mspdi:LevelingCanSplit=0",
            "mspdi:WBS=X.1",
            "mspdi:field/188743731=Ann",
            "mspdi:field/188743734=1",
            "mspdi:field/188743734/DurationFormat=7",
        ]
    );
    assert_eq!(codes(&file), ["not-used", "unknown-calendar"]);
}

#[test]
fn stored_dates_stand_beside_the_plan() {
    let file = tasks(
        "<Task><UID>1</UID><Duration>PT8H0M0S</Duration><EarlyStart>2026-03-02T08:00:00</EarlyStart>\
         <LateFinish>2026-03-05T17:00:00</LateFinish><TotalSlack>14400</TotalSlack><Critical>0</Critical></Task>",
    );
    let stored = &file.stored[0];
    assert_eq!(stored.early_start.unwrap().to_string(), "2026-03-02T08:00:00");
    assert_eq!((stored.total_float.unwrap().0, stored.critical), (24 * 3600, Some(false)));
    assert_eq!((stored.start, stored.free_float), (None, None));
}

#[test]
fn from_the_finish_what_is_not_early_is_late() {
    let text = "<Project><ScheduleFromStart>0</ScheduleFromStart><FinishDate>2026-03-06T17:00:00</FinishDate><Tasks>\
        <Task><UID>1</UID><Duration>PT8H0M0S</Duration><ConstraintType>0</ConstraintType></Task>\
        <Task><UID>2</UID><Duration>PT8H0M0S</Duration><ConstraintType>1</ConstraintType></Task></Tasks></Project>";
    let plan = read_mspdi(text.as_bytes()).unwrap().plan;
    assert_eq!(plan.program.finish, Some(When::parse("2026-03-06T17:00").unwrap()));
    assert_eq!(plan.tasks[0].constraints[0].kind, ConstraintKind::AsSoonAsPossible);
    assert!(plan.tasks[1].constraints.is_empty());
}
