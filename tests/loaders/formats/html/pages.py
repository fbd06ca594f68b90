"""Pages of government sites as people save them, of many systems and ages, each with what it must yield."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.loaders.formats.html.frames import BUTTONS, FOOT, OTHERS, TOP, WAY, around, page

TITLE = "青峦县人民政府办公室关于印发2023年水利工作方案的通知"
NUMBER = "青政办发〔2023〕12号"
ISSUER = "青峦县人民政府办公室"
DAY = "2023-04-06"
ITEMS = (
    "一、修渠清淤。疏浚东干渠八公里。（责任单位：县水利局；完成时限：2023年6月底前）",
    "二、植树护岸。栽柳三千株。（牵头单位：县林业局；配合单位：县水利局、各乡镇；完成时限：2023年11月）",
)
PARAGRAPHS = (
    "各乡镇人民政府，县级各部门：",
    "经县政府同意，现将2023年水利工作方案印发给你们，请认真组织实施。",
    *ITEMS,
)
TASKS = (
    ("修渠清淤", (), ("县水利局",), (), "2023-06-30"),
    ("植树护岸", ("县林业局",), (), ("县水利局", "各乡镇"), "2023-11-30"),
)
ROWS = (
    ("序号", "工作任务", "牵头单位", "配合单位", "完成时限"),
    ("1", "修渠清淤", "县水利局", "各乡镇", "2023年6月底前"),
    ("2", "植树护岸", "县林业局", "县水利局、各乡镇", "2023年11月"),
)
TABLE_TASKS = (
    ("修渠清淤", ("县水利局",), (), ("各乡镇",), "2023-06-30"),
    ("植树护岸", ("县林业局",), (), ("县水利局", "各乡镇"), "2023-11-30"),
)

Task = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], str]
"""Where the words of a task begin, its lead, responsible and supporting units, and the day by which it is due."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page and what it must yield; `words` are all paragraphs in order where they are given."""

    data: bytes
    tasks: tuple[Task, ...] = TASKS
    title: str = TITLE.removeprefix(ISSUER)
    number: str = NUMBER
    issuer: str = ISSUER
    day: str = DAY
    words: tuple[str, ...] | None = None
    name: str = "页面.html"


PAGES: dict[str, Callable[[], SavedPage]] = {}


def kept(make: Callable[[], SavedPage]) -> Callable[[], SavedPage]:
    """Keep a page by its name."""
    PAGES[make.__name__.strip("_")] = make
    return make


def paragraphs(*lines: str, style: str = "") -> str:
    """Lines as paragraphs of a page."""
    return "".join(f"<p{f' style={style!r}' if style else ''}>{line}</p>" for line in lines)


def table(rows: tuple[tuple[str, ...], ...] = ROWS, tag: str = "td") -> str:
    """Rows as a table of a page; `tag` is that of the cells of the first."""
    first, *others = rows
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in others)
    head = "".join(f"<{tag}>{cell}</{tag}>" for cell in first)
    return f"<table border=1><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


SIGNED = paragraphs(ISSUER, "2023年4月6日", style="text-align:right")
BODY = paragraphs(*PARAGRAPHS) + SIGNED
ALL_WORDS = (TITLE, NUMBER, *PARAGRAPHS, ISSUER, "2023年4月6日")


@kept
def _with_a_heading_and_a_container() -> SavedPage:
    article = f"<div class='article'><h1>{TITLE}</h1>{BUTTONS}<div class='con'>{paragraphs(NUMBER)}{BODY}</div></div>"
    return SavedPage(page(around(article), title=f"{TITLE}_青峦县人民政府").encode(), words=ALL_WORDS)


@kept
def _title_in_a_table_cell_and_all_in_tables() -> SavedPage:
    """As systems of 2005 wrote them: everything in tables within tables, in gb2312, tags in capitals, none closed."""
    links = "".join(
        f'<TD><A href="{name}.htm">{name}</A></TD>' for name in ("首页", "政务公开", "办事指南", "领导信箱")
    )
    lines = "".join(f"<P>&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in PARAGRAPHS)
    body = (
        f"<TABLE width=980 align=center><TR>{links}</TABLE><TABLE width=980><TR>"
        "<TD width=200 vAlign=top><TABLE><TR><TD>"
        "<A href=a.htm>工作动态</A><TR><TD><A href=b.htm>通知公告</A><TR><TD><A href=c.htm>政策法规</A></TABLE>"
        f"<TD><TABLE><TR><TD align=middle><FONT size=5><STRONG>{TITLE}</STRONG></FONT>"
        f"<TR><TD align=middle>发布时间：2023-04-10　来源：县政府办　浏览次数：<SPAN id=hits>88</SPAN>"
        f"<TR><TD><DIV class=TRS_Editor><P align=center>{NUMBER}</P>{lines}<P align=right>"
        f"{ISSUER}<P align=right>2023年4月6日"
        "</DIV></TABLE></TABLE><TABLE width=980><TR><TD align=middle>"
        "版权所有：青峦县人民政府　技术支持：青峦广电</TABLE>"
    )
    html = (
        '<HTML><HEAD><TITLE>青峦县政府网</TITLE><META http-equiv=Content-Type content="text/html; cha'
        f'rset=gb2312"></HEAD><BODY>{body}'
    )
    return SavedPage(html.encode("gb18030"))


@kept
def _data_of_the_page_in_a_table_above() -> SavedPage:
    data = (
        "<table class='index'><tr><td>索 引 号：</td><td>12345/2023-00012</td><td>主题分类：</td><td>水利</td></tr>"
        f"<tr><td>发文机关：</td><td>{ISSUER}</td><td>成文日期：</td><td>2023年04月06日</td></tr>"
        f"<tr><td>标　　题：</td><td colspan=3>{TITLE}</td></tr>"
        f"<tr><td>发文字号：</td><td>{NUMBER}</td><td>发布日期：</td><td>2023年04月12日</td></tr>"
        "<tr><td>主 题 词：</td><td></td><td>有 效 性：</td><td>有效</td></tr></table>"
    )
    article = f"<div class='xxgk'>{data}<div id='UCAP-CONTENT'>{paragraphs(*PARAGRAPHS)}</div></div>"
    head = f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2023-04-12 10:00">'
    return SavedPage(page(around(article), title=f"{TITLE}-政策文件", head=head).encode())


@kept
def _data_of_the_page_in_a_list() -> SavedPage:
    data = (
        "<ul class='info'><li><b>索引号：</b>12345/2023-00012</li><li><b>文号：</b>青政办发〔2023〕12号</li>"
        f"<li><b>发布机构：</b>{ISSUER}</li><li><b>成文日期：</b>2023-04-06</li><li><b>公开日期：</b>"
        "2023-04-12</li></ul>"
    )
    article = (
        f"<div class='main'>{data}<h2 class='tit'>{TITLE}</h2>{BUTTONS}<div id='zoom'>"
        f"{paragraphs(*PARAGRAPHS)}</div></div>"
    )
    return SavedPage(page(around(article), title=TITLE).encode())


@kept
def _comments_and_own_tags_of_a_system() -> SavedPage:
    article = (
        "<!--<$[信息标题(html)]>begin--><meta name='ContentStart'/><ucaptitle style='font-size:22px'>"
        f"{TITLE}</ucaptitle><!--<$[信息标题(html)]>end--><div id='zoom'><!--<$[信息内容]>begin-->"
        "<!--ZJEG_RSS.content.begin-->"
        f"<meta name='ContentStart'><p><ucapcontent>{NUMBER}</ucapcontent></p>{BODY}<!--ZJEG_RSS.content.end-->"
        "<meta name='ContentEnd'><!--<$[信息内容]>end--></div>"
    )
    return SavedPage(page(around(article), title=TITLE).encode(), words=ALL_WORDS)


@kept
def _breaks_and_indents_in_one_element() -> SavedPage:
    lines = "<br />\r\n".join(f"&nbsp;&nbsp;&nbsp; {line}" for line in PARAGRAPHS)
    article = (
        f"<div class='nr'><div class='bt'>{TITLE}</div>{NUMBER}<br><br>{lines}<br><br>"
        f"<div align='right'>{ISSUER}<br>2023年4月6日</div></div>"
    )
    return SavedPage(page(around(article), title=f"{TITLE} - 青峦县").encode(), words=ALL_WORDS)


@kept
def _indents_without_any_break() -> SavedPage:
    lines = "".join(f"　　{line}" for line in PARAGRAPHS)
    article = f"<h1>{TITLE}</h1><div class='content'><p>{NUMBER}</p>{lines}{SIGNED}</div>"
    return SavedPage(page(around(article)).encode())


@kept
def _lines_of_a_source_within_paragraphs() -> SavedPage:
    wrapped = [line[:9] + "\n            " + line[9:] for line in PARAGRAPHS]
    article = f"<h1>\n   {TITLE}\n  </h1>\n<div>\n{paragraphs(NUMBER, *wrapped)}\n{SIGNED}</div>"
    return SavedPage(page(around(article)).encode(), words=ALL_WORDS)


@kept
def _closed_too_early() -> SavedPage:
    """The container of the article ends before its last lines."""
    article = (
        f"<div class='wz'><h1>{TITLE}</h1><div class='con'>{paragraphs(NUMBER, *PARAGRAPHS)}</div></div></div>{SIGNED}"
    )
    body = f"{TOP}{WAY}<div class='wrap'>{article}{OTHERS}</div>{FOOT}"
    return SavedPage(page(body, title=TITLE).encode(), words=ALL_WORDS)


@kept
def _never_closed() -> SavedPage:
    lines = "".join(f"<p><span><font face=仿宋>{line}" for line in (NUMBER, *PARAGRAPHS, ISSUER, "2023年4月6日"))
    return SavedPage(f"{TOP}<h1>{TITLE}</h1>{lines}".encode(), words=ALL_WORDS)


@kept
def _title_apart_from_the_text() -> SavedPage:
    article = (
        f"<div class='t1'><p class='title'>{TITLE}</p></div><div class='t2'>{paragraphs(NUMBER)}</div>"
        f"<div class='t3'>{BODY}</div>"
    )
    return SavedPage(page(around(article)).encode(), words=ALL_WORDS)


@kept
def _new_elements() -> SavedPage:
    body = (
        "<header><div class='logo'><a href='/'>青峦县人民政府</a></div><nav><ul><li><a href='/a'>"
        "要闻</a></li></ul></nav></header>"
        f"<main><article><header><h1>{TITLE}</h1><time>2023-04-12</time></header><section>"
        f"{paragraphs(NUMBER)}{BODY}</section></article>"
        "<aside><h4>热门</h4><a href='/x'>秋粮收购</a></aside></main><footer><small>"
        "青峦县人民政府办公室主办</small></footer>"
    )
    return SavedPage(page(body, title=f"{TITLE} | 青峦县").encode())


@kept
def _message_of_a_phone() -> SavedPage:
    """Sections within sections, spans around single words, shown by a script."""
    soup = "".join(
        "<section style='margin:0'><section style='display:inline-block'><section>"
        "<p style='white-space:normal'><span style="
        f"'font-size:17px'>{line[:5]}</span><span style='color:red'><strong>{line[5:]}</strong></span>"
        "</p></section></section>"
        "<section><p><br></p></section></section>"
        for line in (NUMBER, *PARAGRAPHS, ISSUER, "2023年4月6日")
    )
    body = (
        f"<div id='page-content'><div id='img-content'><h1 class='rich_media_title' id='activity-name'>\n{TITLE}\n</h1>"
        "<div id='meta_content'><span class='rich_media_meta'>"
        "<a href='javascript:void(0);' id='js_name'>青峦发布</a></span>"
        "<em id='publish_time'>2023-04-12 18:00</em></div>"
        "<div class='rich_media_content' id='js_content' style='visibility: hidden; opacity: 0;'>"
        f"{soup}</div></div></div>"
        "<div id='js_pc_qr_code' style='display:none'><p>微信扫一扫<br>关注该公众号</p></div>"
        "<div class='comment' style='display:none'>预览时标签不可点</div>"
    )
    head = f'<meta property="og:title" content="{TITLE}">'
    return SavedPage(page(body, title="", head=head).encode())


@kept
def _saved_by_word() -> SavedPage:
    def normal(text: str) -> str:
        return (
            "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt;font-family:仿宋'>"
            f"{text}<span lang=EN-US><o:p></o:p></span></span></p>\n"
        )

    def numbered(number: str, text: str) -> str:
        return (
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span "
            f"style='mso-list:Ignore'>{number}<span style='font:7.0pt \"Times New Roman\"'>"
            "&nbsp;&nbsp;&nbsp; </span></span></span>"
            f"<![endif]><span\nstyle='font-family:仿宋'>{text}<o:p></o:p></span></p>\n"
        )

    body = (
        f"<div class=WordSection1><p class=MsoTitle align=center><b><span>{TITLE[:10]}</span></b><b>"
        f"<span>{TITLE[10:]}<o:p></o:p></span></b></p>"
        + normal(NUMBER)
        + "".join(map(normal, PARAGRAPHS[:2]))
        + numbered("一、", ITEMS[0][2:])
        + numbered("二、", ITEMS[1][2:])
        + normal("<o:p>&nbsp;</o:p>")
        + normal(ISSUER)
        + normal("2023<span lang=EN-US>年</span>4月6日")
        + "<div style='mso-element:footer'><p class=MsoFooter>- 1 -</p></div></div>"
    )
    html = (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">\n<head>\n'
        '<meta http-equiv=Content-Type content="text/html; charset=gb2312">'
        '<meta name=Generator content="Microsoft Word 15">'
        "<title>方案</title><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View>"
        "</w:WordDocument></xml><![endif]-->"
        f"<style>p.MsoNormal{{margin:0}}</style></head><body lang=ZH-CN>{body}</body></html>"
    )
    return SavedPage(html.encode("gb18030"), words=ALL_WORDS)


@kept
def _ordered_list() -> SavedPage:
    items = "".join(f"<li><p>{item[2:]}</p></li>" for item in ITEMS)
    article = (
        f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER, *PARAGRAPHS[:2])}<ol style='list-style-type:cjk-ideographic"
        f"'>{items}</ol>{SIGNED}</div>"
    )
    return SavedPage(page(around(article)).encode(), words=ALL_WORDS)


@kept
def _list_with_typed_numbers() -> SavedPage:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    article = f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER, *PARAGRAPHS[:2])}<ol>{items}</ol>{SIGNED}</div>"
    return SavedPage(page(around(article)).encode(), words=ALL_WORDS)


@kept
def _table_of_tasks() -> SavedPage:
    article = (
        f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER, *PARAGRAPHS[:2])}{SIGNED}"
        f"{paragraphs('附件', '2023年水利工作任务清单')}{table()}</div>"
    )
    return SavedPage(page(around(article)).encode(), TABLE_TASKS)


@kept
def _table_with_spans() -> SavedPage:
    table = (
        "<table class='MsoTableGrid'><thead><tr><th rowspan=2>类别</th><th rowspan='2'>工作任务</th>"
        '<th colspan="2">责任分工</th>'
        "<th rowspan=2>完成时限</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr></thead><tbody>"
        "<tr><td rowspan=2><p>水利</p></td><td><p>修渠清淤</p></td><td><p>县水利局</p></td>"
        "<td rowspan=2>各乡镇</td><td>2023年6月底前</td></tr>"
        "<tr><td>植树护岸</td><td><p>县林业局</p></td><td>2023年11月</td></tr></tbody></table>"
    )
    article = (
        f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER, *PARAGRAPHS[:2])}{SIGNED}"
        f"{paragraphs('附件', '2023年水利工作任务清单')}{table}</div>"
    )
    tasks = (TABLE_TASKS[0], ("植树护岸", ("县林业局",), (), ("各乡镇",), "2023-11-30"))
    return SavedPage(page(around(article)).encode(), tasks)


@kept
def _table_within_a_page_of_tables() -> SavedPage:
    article = (
        f"<h3 align=center>{TITLE}</h3><div>{paragraphs(NUMBER, *PARAGRAPHS[:2])}{SIGNED}"
        f"{paragraphs('附件', '水利工作任务清单')}{table(tag='th')}</div>"
    )
    body = (
        f"{TOP}<table><tbody><tr><td>{OTHERS}</td><td>{article}</td></tr><tr><td colspan=2>{FOOT}</td>"
        "</tr></tbody></table>"
    )
    return SavedPage(page(body).encode(), TABLE_TASKS)
