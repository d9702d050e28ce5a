"""Languages by their codes (BCP 47), with their English names."""

_ROWS = """\
aa Afar
ab Abkhazian
ae Avestan
af Afrikaans
ak Akan
am Amharic
an Aragonese
ar Arabic
arz Egyptian Arabic
as Assamese
ast Asturian
av Avaric
ay Aymara
az Azerbaijani
ba Bashkir
be Belarusian
bem Bemba
bg Bulgarian
bho Bhojpuri
bi Bislama
bm Bambara
bn Bangla
bo Tibetan
br Breton
brx Bodo
bs Bosnian
ca Catalan
ce Chechen
ceb Cebuano
ch Chamorro
ckb Central Kurdish
cnr Montenegrin
co Corsican
cr Cree
crs Seychellois Creole
cs Czech
csb Kashubian
cu Church Slavic
cv Chuvash
cy Welsh
da Danish
de German
din Dinka
doi Dogri
dsb Lower Sorbian
dv Divehi
dz Dzongkha
ee Ewe
el Greek
en English
eo Esperanto
es Spanish
et Estonian
eu Basque
fa Persian
ff Fula
fi Finnish
fil Filipino
fj Fijian
fo Faroese
fr French
fur Friulian
fy Western Frisian
ga Irish
gd Scottish Gaelic
gl Galician
gn Guarani
gsw Swiss German
gu Gujarati
guz Ekegusii
gv Manx
ha Hausa
haw Hawaiian
he Hebrew
hi Hindi
hil Hiligaynon
hmn Hmong
ho Hiri Motu
hr Croatian
hsb Upper Sorbian
ht Haitian Creole
hu Hungarian
hy Armenian
hz Herero
ia Interlingua
id Indonesian
ie Interlingue
ig Igbo
ii Sichuan Yi
ik Inupiaq
ilo Iloko
io Ido
is Icelandic
it Italian
iu Inuktitut
ja Japanese
jam Jamaican Creole English
jv Javanese
ka Georgian
kab Kabyle
kam Kamba
kea Kabuverdianu
kg Kongo
ki Kikuyu
kj Kuanyama
kk Kazakh
kl Kalaallisut
kln Kalenjin
km Khmer
kn Kannada
ko Korean
kok Konkani
kr Kanuri
ks Kashmiri
ku Kurdish
kv Komi
kw Cornish
ky Kyrgyz
la Latin
lb Luxembourgish
lg Ganda
li Limburgish
lij Ligurian
lld Ladin
ln Lingala
lo Lao
lt Lithuanian
lu Luba-Katanga
lua Luba-Lulua
luo Luo
lus Mizo
luy Luyia
lv Latvian
mai Maithili
mas Maasai
mer Meru
mg Malagasy
mh Marshallese
mi Māori
mk Macedonian
ml Malayalam
mn Mongolian
mni Manipuri
mr Marathi
ms Malay
mt Maltese
my Burmese
na Nauru
nah Nahuatl
naq Khoekhoe
nb Norwegian Bokmål
nd North Ndebele
nds Low German
ne Nepali
ng Ndonga
nl Dutch
nn Norwegian Nynorsk
no Norwegian
nr South Ndebele
nso Northern Sotho
nv Navajo
ny Nyanja
oc Occitan
oj Ojibwa
om Oromo
or Odia
os Ossetic
pa Punjabi
pap Papiamento
pcm Nigerian Pidgin
pi Pali
pl Polish
ps Pashto
pt Portuguese
qu Quechua
rif Riffian
rm Romansh
rn Rundi
ro Romanian
rom Romany
ru Russian
rw Kinyarwanda
sa Sanskrit
sat Santali
sc Sardinian
scn Sicilian
sd Sindhi
se Northern Sami
sg Sango
sh Serbo-Croatian
shi Tachelhit
si Sinhala
sk Slovak
sl Slovenian
sm Samoan
sma Southern Sami
smj Lule Sami
smn Inari Sami
sn Shona
so Somali
sq Albanian
sr Serbian
ss Swati
st Southern Sotho
su Sundanese
sv Swedish
sw Swahili
szl Silesian
ta Tamil
te Telugu
tet Tetum
tg Tajik
th Thai
ti Tigrinya
tk Turkmen
tl Tagalog
tn Tswana
to Tongan
tpi Tok Pisin
tr Turkish
ts Tsonga
tt Tatar
tw Twi
ty Tahitian
tzm Central Atlas Tamazight
ug Uyghur
uk Ukrainian
ur Urdu
uz Uzbek
ve Venda
vec Venetian
vi Vietnamese
vo Volapük
wa Walloon
war Waray
wo Wolof
xh Xhosa
yi Yiddish
yo Yoruba
yue Cantonese
za Zhuang
zh Chinese
zu Zulu
"""

LANGUAGES = dict(row.split(" ", 1) for row in _ROWS.splitlines())

LANGUAGE_PATTERN = rf"^(?:{'|'.join((*LANGUAGES, *(code.upper() for code in LANGUAGES)))})(?:[-_][A-Za-z0-9]{{2,8}})*$"
"""A language as the format takes it, such as `en` or `en-GB`; the published schema holds this very pattern."""
