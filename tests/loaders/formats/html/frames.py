"""What sites set around a paper, as their systems write it: menus, the way to the page, lists of other papers, feet."""

TOP = (
    '<div class="top"><a href="/">设为首页</a> | <a href="/fav">加入收藏</a> | <a href="/old">长者模式</a></div>'
    '<div class="banner"><img src="logo.png" alt="青峦县人民政府"></div>'
    '<ul class="mainmenu"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li>'
    '<li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul>'
)
WAY = (
    '<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a>'
    ' &gt; <a href="/zcwj/">政策文件</a></div>'
)
OTHERS = (
    '<div class="sideBar"><h3>最新公开</h3><ul>'
    '<li><a href="/1.html">青峦县人民政府办公室关于做好秋粮收购工作的通知</a><span>2023-09-01</span></li>'
    '<li><a href="/2.html">青峦县林业局关于开展护林防火检查的通知</a><span>2023-08-21</span></li>'
    '<li><a href="/3.html">关于2023年8月食品抽检情况的通报</a><span>2023-08-11</span></li></ul></div>'
)
BUTTONS = (
    '<div class="fx">【字体：<a href="javascript:s(1)">大</a> <a href="javascript:s(2)">中</a> '
    '<a href="javascript:s(3)">小</a>】 <a href="javascript:window.print()">打印</a> '
    '<a href="javascript:window.close()">关闭</a></div>'
)
FOOT = (
    '<div class="footer"><p><a href="/gy">网站地图</a> | <a href="/lx">联系我们</a></p>'
    "<p>主办：青峦县人民政府办公室 承办：青峦县大数据中心</p>"
    '<p>网站标识码：1234560001 <a href="https://beian.miit.gov.cn/">某ICP备12345678号</a></p></div>'
)
SCRIPT = '<script>var tasks="责任单位：网站编辑部；完成时限：2020年1月";document.write("<p>广告</p>");</script>'


def page(body: str, *, title: str = "青峦县人民政府", head: str = "") -> str:
    """A whole page."""
    return (
        f'<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>{title}</title>{head}'
        f"<style>p{{text-indent:2em}}</style></head>\n<body>{body}</body>\n</html>"
    )


def around(article: str) -> str:
    """An article with all that a site sets around it."""
    return f"{SCRIPT}{TOP}{WAY}<div class='wrap'>{article}{OTHERS}</div>{FOOT}"
