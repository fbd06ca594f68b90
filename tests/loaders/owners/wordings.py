"""Names of units and wordings of duty as offices use them, and random owner brackets made of both."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

EVERYDAY = """
县发改局 县经信局 县教体局 县科技局 县公安局 县民政局 县司法局 县财政局 县人社局 县自规局 县生态环境局 县住建局 县交通运输局 县水利局
县农业农村局 县商务局 县文旅局 县卫健局 县退役军人局 县应急局 县审计局 县市场监管局 县统计局 县林业局 县城管局 县医保局 县信访局
县乡村振兴局 县政务服务局 县行政审批局 县大数据局 县税务局 县气象局 县烟草专卖局 县邮政管理局 县海事局 县粮食和储备局 县机关事务局
海关 市海关 县总社 供销总社 县支行 人行支行 人民银行县支行 农发行 县农商行 邮储银行 工商银行 建行 农行 中行 信用联社 一中 二中 县一中
实验小学 职业中学 县职高 县职教中心 各中小学 各幼儿园 各高校 县党校 电大 教师进修学校 办公室 机关 综合办 县委办 县政府办 人大办 政协办
纪委监委 县委组织部 县委宣传部 县委统战部 县委政法委 县委社会工作部 县委网信办 县委编办 县委农办 县直机关工委 县委老干部局 县委巡察办
团县委 县妇联 县总工会 县科协 县文联 县残联 县侨联 县工商联 县红十字会 县社科联 县贸促会 县消委会 县关工委 县文明办 县双拥办 县创建办
县河长办 县林长办 县防指办 县安委办 县食安办 县禁毒办 县扫黑办 县爱卫办 县招商办 县项目办 县征收办 县金融办 县国资办 县民宗办 县外事办
安监部 管网部 财务部 物资部 党建部 运维部 人力资源部 工程部 市场部 法务部 采购部 生产部 后勤部 质检部 信息部 审计部 纪检部 保卫部
各水厂 水厂 污水厂 各电厂 供水所 各营业厅 客服中心 调度中心 检修公司 建设公司 水务公司 城投公司 交投集团 文旅集团 国投公司 燃气公司
自来水公司 供电公司 移动公司 联通公司 电信公司 铁塔公司 广电网络 石油公司 盐业公司 烟草公司 粮油公司 公交公司 客运站 火车站 汽车站
医务科 护理部 院感科 药剂科 设备科 总务科 保卫科 医保办 病案室 检验科 急诊科 各临床科室 门诊部 住院部 体检中心 县医院 中医院 妇幼保健院
疾控中心 血站 急救中心 卫生监督所 各卫生院 村卫生室 教务处 学生处 招生办 后勤处 科研处 保卫处 图书馆 各学院 各班级 年级组 团委 校办
党政办 党建办 社事办 经发办 综治办 平安办 应急办 财政所 司法所 派出所 自规所 市监所 农服中心 文化站 便民中心 退役军人服务站 综合执法队
国土所 林业站 水管站 农技站 兽医站 计生办 民政办 扶贫办 村建办 环卫所 供电所 邮政所 信用社 中心校 卫生院 敬老院 各村 各社区 各村（社区）
各总支 各网格 各驻村工作队 镇人大 镇纪委 镇武装部 镇妇联 镇团委 镇工会 消防救援大队 消防大队 交警大队 特警大队 刑侦大队
武警中队 森林消防大队 城管大队 路政大队 运管所 车管所 海事处 港航中心 公路局 公路段 养护站 铁路办 机场办 民航站 高铁站管委会 开发区管委会
经开区 高新区 工业园区 物流园区 景区管委会 自然保护区管理局 水库管理处 灌区管理处 林场 国有林场 农场 种畜场 良种场 苗圃 博物馆 文化馆
档案馆 美术馆 体育馆 融媒体中心 电视台 广播站 日报社 新华书店 电影公司 剧团 县法院 县检察院 公证处 律协 仲裁委 法律援助中心 看守所
拘留所 强戒所 救助站 福利院 殡仪馆 慈善总会 志愿者协会 商会 行业协会 各商会 老年大学 老科协 老促会 扶贫开发公司 人保财险 人寿保险
太平洋保险 银保监组 住房公积金中心 社保局 就业局 医保中心 不动产登记中心 土储中心 征地中心 规划院 设计院 勘测队 地震局 水文局 测绘院
""".split()
"""Units of counties, towns, hospitals, schools and companies, written as their own plans write them."""

_STEMS = ("青禾", "柳湾", "云岭", "东溪", "白石", "长滩", "望江", "三河", "南坪", "石桥")
_KINDS = (
    "海关",
    "总社",
    "支行",
    "一中",
    "机关",
    "安监部",
    "管网部",
    "水厂",
    "苗圃",
    "书店",
    "车间",
    "班组",
    "码头",
    "口岸",
)
INVENTED = tuple(stem + kind for stem in _STEMS for kind in _KINDS)[::2]
"""Units that no list holds, of kinds that end like bodies and of kinds that do not."""

SURE = (
    "县财政局",
    "县水利局",
    "县委组织部",
    "各乡镇",
    "县林业局",
    "县住建局",
    "各街道",
    "县应急局",
    "镇社事办",
    "县直有关部门",
)
"""Units that any reader knows."""

MANNERS = (
    *(
        "",
        "",
        "",
        "按职责",
        "按照职责分工",
        "依职责",
        "依据各自职责",
        "根据职责分工",
        "按管理权限",
        "按照权限",
        "结合各自职责",
        "按职能职责",
    ),
    *(
        "按属地管理原则",
        "按照属地原则",
        "按分工",
        "共同",
        "分别",
        "全力",
        "具体",
        "积极",
        "密切",
        "联合",
        "分级",
        "分头",
        "各自",
        "主动",
        "认真",
    ),
    *(
        "按照各自职责分工",
        "按职责权限",
        "依法",
        "依法依规",
        "按行业管理职责",
        "按工作职责分别",
        "协同",
        "统一",
        "切实",
        "按任务分工",
    ),
)
"""What may stand before a verb of duty and says how."""
VERBS = {
    "lead": (
        "牵头",
        "牵头负责",
        "牵头抓总",
        "牵头组织",
        "牵头落实",
        "总牵头",
        "牵头组织实施",
        "牵头推进",
        "牵头办理",
        "负责牵头",
        "牵头并组织实施",
    ),
    "supporting": (
        "配合",
        "协助",
        "协办",
        "参与",
        "做好配合",
        "配合落实",
        "参与配合",
        "协同配合",
        "给予配合",
        "予以协助",
        "配合做好相关工作",
    ),
    "responsible": (
        *(
            "负责",
            "落实",
            "负责落实",
            "负责组织实施",
            "负责并落实",
            "抓好落实",
            "组织实施",
            "具体实施",
            "协同负责",
            "负责实施",
            "推进落实",
        ),
        *("负责推进", "负责抓好落实", "组织落实", "贯彻落实", "做好落实", "负责办理", "承办"),
    ),
}
"""Verbs of duty, alone and one behind the other, by the role that they give."""
SHAPES = ("（）", "()", "〔〕", "[]", "【】")


@dataclass(frozen=True)
class Bracket:
    """A bracket as printed with its item, and the units by role that it names."""

    words: str
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    supporting: tuple[str, ...]


def with_name(name: str) -> Iterator[Bracket]:
    """Brackets in which a unit stands with others and alone, before a verb."""
    yield Bracket(f"（{name}牵头，县财政局配合）", (name,), (), ("县财政局",))
    yield Bracket(f"（县财政局、{name}、各乡镇按职责分工负责）", (), ("县财政局", name, "各乡镇"), ())
    yield Bracket(f"（{name}负责）", (), (name,), ())
    yield Bracket(f"（县水利局牵头，{name}等部门配合）", ("县水利局",), (), (name,))


def worded(chance: Random, names: Sequence[str] = SURE) -> Bracket:
    """A bracket of one to three duties in random words."""
    free = list(names)
    chance.shuffle(free)
    roles = chance.sample(("lead", "responsible", "supporting"), chance.randint(1, 3))
    units: dict[str, tuple[str, ...]] = dict.fromkeys(VERBS, ())
    clauses = []
    for role in roles:
        units[role] = tuple(free.pop() for _ in range(chance.randint(1, 3)))
        clauses.append(chance.choice("、、，").join(units[role]) + chance.choice(MANNERS) + chance.choice(VERBS[role]))
    clauses[0] = chance.choice(("", "", "由")) + clauses[0]
    shape = chance.choice(SHAPES)
    return Bracket(shape[0] + chance.choice("，，；、").join(clauses) + shape[1], **units)


def printed(bracket: Bracket, stop: str = "before") -> str:
    """A plan whose first item has the bracket, its stop before or behind it, and whose second shows what brackets are."""
    work = "一、修整沟渠。清除淤积三公里"
    first = {"before": f"{work}。{bracket.words}", "behind": f"{work}{bracket.words}。", "none": work + bracket.words}
    return f"青禾县沟渠整治工作方案\n{first[stop]}\n二、植树。补植五百株。（县园林局负责）\n"
