"""More pages: what hides, falls apart, or stands where it should not; and all of them together."""

from collections.abc import Iterator
from textwrap import wrap

from tests.loaders.formats.html.frames import BUTTONS, FOOT, OTHERS, TOP, WAY, around, page
from tests.loaders.formats.html.pages import (
    ALL_WORDS,
    BODY,
    DAY,
    ISSUER,
    ITEMS,
    NUMBER,
    PAGES,
    PARAGRAPHS,
    ROWS,
    SIGNED,
    TABLE_TASKS,
    TITLE,
    SavedPage,
    kept,
    paragraphs,
)

__all__ = ["PAGES", "all_pages"]


@kept
def _hidden_parts() -> SavedPage:
    article = (
        f"<h1>{TITLE}</h1><div style='display:none'>{paragraphs('一、旧稿。（责任单位：县农业局）')}</div>"
        f"<div>{paragraphs(NUMBER)}{BODY}"
        "<p hidden>二、旧稿。（责任单位：县农业局）</p><span style='display: none;'>县农业局</span></div>"
    )
    return SavedPage(page(around(article)).encode(), words=ALL_WORDS)


@kept
def _shown_by_a_script() -> SavedPage:
    article = f"<h1>{TITLE}</h1><div id='detail' style='display:none'>{paragraphs(NUMBER)}{BODY}</div>"
    return SavedPage(page(around(article)).encode(), words=ALL_WORDS)


@kept
def _struck_out() -> SavedPage:
    items = (ITEMS[0].replace("县水利局", "<del>县农业局</del><ins>县水利局</ins>"), ITEMS[1])
    article = f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER, *PARAGRAPHS[:2], *items)}{SIGNED}</div>"
    return SavedPage(page(around(article)).encode(), words=ALL_WORDS)


@kept
def _preformatted() -> SavedPage:
    text = "\n".join((NUMBER, "", *(f"    {line}" for line in PARAGRAPHS), "", f"    {ISSUER}", "    2023年4月6日"))
    article = f"<h1>{TITLE}</h1><pre>{text}</pre>"
    return SavedPage(page(around(article)).encode(), words=ALL_WORDS)


@kept
def _attachments_as_links() -> SavedPage:
    links = "".join(
        f"<p><a href='/P0{n}.{end}'>附件{n}：任务清单.{end}</a></p>" for n, end in ((1, "doc"), (2, "xls"), (3, "pdf"))
    )
    article = f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER)}{BODY}{links}</div>"
    attached = ("附件1：任务清单.doc", "附件2：任务清单.xls", "附件3：任务清单.pdf")
    return SavedPage(page(around(article)).encode(), words=(*ALL_WORDS, *attached))


@kept
def _neighbours_behind() -> SavedPage:
    article = (
        f"<div class='box'><h1>{TITLE}</h1><div class='con'>{paragraphs(NUMBER)}{BODY}</div><div class='pn'>"
        "<p>上一篇：<a href='/8.html'>关于开展"
        "抗旱工作的通知</a></p><p>下一篇：<a href='/9.html'>关于修订防汛预案的通知</a></p></div>"
        "<div class='xg'><span>相关链接：</span>"
        "<a href='/jd.html'>图解：2023年水利工作方案</a></div><div>责任编辑：王小明</div><div>"
        "扫一扫在手机打开当前页</div></div>"
    )
    return SavedPage(page(around(article), title=TITLE).encode(), words=ALL_WORDS)


@kept
def _brackets_over_breaks() -> SavedPage:
    items = (ITEMS[0].replace("；", "；<br>"), ITEMS[1].replace("；配合", "；</p><p>配合"))
    article = f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER, *PARAGRAPHS[:2], *items)}{SIGNED}</div>"
    return SavedPage(page(around(article)).encode())


@kept
def _labels_in_lines_of_their_own() -> SavedPage:
    lines = (
        *PARAGRAPHS[:2],
        "（一）修渠清淤。疏浚东干渠八公里。",
        "<strong>责任单位：</strong>县水利局",
        "<strong>完成时限：</strong>2023年6月底前",
        "（二）植树护岸。栽柳三千株。",
        "<strong>牵头单位：</strong>县林业局",
        "<strong>配合单位：</strong>县水利局、各乡镇",
        "<strong>完成时限：</strong>2023年11月",
    )
    article = f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER, *lines)}{SIGNED}</div>"
    return SavedPage(page(around(article)).encode())


@kept
def _one_cut_character() -> SavedPage:
    whole = page(around(f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER)}{BODY}</div>"), title=TITLE).encode("gb18030")
    cut = "关于做好秋粮收购工作的通知".encode("gb18030")
    return SavedPage(whole.replace(cut, cut[:-1]), words=ALL_WORDS)


@kept
def _says_gb2312_and_holds_more() -> SavedPage:
    text = page(
        around(f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER)}{BODY}{paragraphs('抄送：㙦头村、𡌴下村。')}</div>"),
        title=TITLE,
    )
    data = text.replace("utf-8", "gb2312").encode("gb18030")
    return SavedPage(data, words=(*ALL_WORDS, "抄送：㙦头村、𡌴下村。"))


@kept
def _utf_16() -> SavedPage:
    return SavedPage(
        page(around(f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER)}{BODY}</div>")).encode("utf-16"), words=ALL_WORDS
    )


@kept
def _saved_from_a_browser() -> SavedPage:
    html = page(around(f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER)}{BODY}</div>"), title=TITLE)
    saved = html.replace("<html>", "<!-- saved from url=(0042)http://www.example.gov.cn/zwgk/t2023.html -->\n<html>")
    return SavedPage(saved.encode(), words=ALL_WORDS, name="通知.htm")


@kept
def _a_piece_without_a_page() -> SavedPage:
    return SavedPage(f"<div><h2>{TITLE}</h2>{paragraphs(NUMBER)}{BODY}</div>".encode(), words=ALL_WORDS)


@kept
def _buttons_between_title_and_text() -> SavedPage:
    body = f"{TOP}{WAY}<div class=tit>{TITLE}</div>{BUTTONS}<div class=c>{paragraphs(NUMBER)}{BODY}</div>{OTHERS}{FOOT}"
    return SavedPage(page(body).encode(), words=ALL_WORDS)


@kept
def _sentences_of_the_site() -> SavedPage:
    above = "<div class=tq>今天是2024年5月6日 星期一 晴</div><div>欢迎访问青峦县人民政府门户网站！</div>"
    beside = "<div class=box><div>温馨提示</div><div>如需办理，请提前预约；节假日不办公。</div></div>"
    below = (
        "<div><p>地址：青峦县中山路1号</p><p>您是第 12345 位访客</p><p>建议使用1024*768以上分辨率浏览本站。</p></div>"
    )
    article = f"<div class=a><h1>{TITLE}</h1><div class=c>{paragraphs(NUMBER)}{BODY}</div></div>"
    body = f"{above}{TOP}{WAY}<div class=m>{beside}{article}</div>{OTHERS}{below}"
    return SavedPage(page(body).encode(), words=ALL_WORDS)


@kept
def _a_link_that_is_never_closed() -> SavedPage:
    body = f"{TOP}<a href='/x'><h1>{TITLE}</h1><div>{paragraphs(NUMBER)}{BODY}</div>{FOOT}"
    return SavedPage(page(body).encode(), words=ALL_WORDS)


@kept
def _header_in_a_table_of_its_own() -> SavedPage:
    rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in ROWS]
    tables = (
        f"<table><tr>{rows[0]}</tr></table><div><table>{''.join(f'<tr>{row}</tr>' for row in rows[1:])}</table></div>"
    )
    letter = paragraphs(NUMBER, *PARAGRAPHS[:2]) + SIGNED + paragraphs("附件", "水利工作任务清单")
    return SavedPage(page(around(f"<h1>{TITLE}</h1><div>{letter}{tables}</div>")).encode(), TABLE_TASKS)


@kept
def _data_in_elements_side_by_side() -> SavedPage:
    data = (("索引号", "123"), ("发布机构", ISSUER), ("发文字号", NUMBER), ("成文日期", DAY))
    cells = "".join(f"<div class=l>{label}</div><div class=v>{value}</div>" for label, value in data)
    text = f"<div class=h>{cells}</div><div class=tt>{TITLE}</div><div class=cc>{paragraphs(*PARAGRAPHS)}</div>"
    return SavedPage(page(around(text)).encode())


@kept
def _data_in_a_list_of_definitions() -> SavedPage:
    data = (("索引号：", "123"), ("文 号：", NUMBER), ("发文机关：", ISSUER), ("发文日期：", "2023年4月6日"))
    cells = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in data)
    text = f"<dl>{cells}</dl><h1>{TITLE}</h1><div class=cc>{paragraphs(*PARAGRAPHS)}</div>"
    return SavedPage(page(around(text)).encode())


@kept
def _printed_lines_as_paragraphs() -> SavedPage:
    lines = [line for one in PARAGRAPHS for line in wrap("　　" + one, 28, drop_whitespace=False)]
    text = f"<h1>{TITLE}</h1><div>{paragraphs(NUMBER, *lines)}{SIGNED}</div>"
    return SavedPage(page(around(text)).encode(), words=ALL_WORDS)


@kept
def _letterhead_and_title_over_lines() -> SavedPage:
    title = f"<p align=center><b>{ISSUER}<br>{TITLE.removeprefix(ISSUER)}</b></p>"
    head = f"<p align=center><font color=red size=7>{ISSUER}文件</font></p><p align=center>{NUMBER}</p>{title}"
    return SavedPage(page(around(f"<div class=c>{head}{paragraphs(*PARAGRAPHS)}{SIGNED}</div>")).encode())


@kept
def _pieces_between_spans() -> SavedPage:
    info = "<span>时间：2023-04-12</span><span>来源：县政府办</span><span>点击：56</span>"
    text = f"<h1>{TITLE}</h1><div class=info>{info}</div><div class=c>{paragraphs(NUMBER)}{BODY}</div>"
    return SavedPage(page(around(text)).encode())


def all_pages() -> Iterator[tuple[str, SavedPage]]:
    """All pages by name."""
    yield from ((name, make()) for name, make in PAGES.items())
